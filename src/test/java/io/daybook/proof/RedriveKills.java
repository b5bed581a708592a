package io.daybook.proof;

/** Commands that send dead letters back and are killed, each a process of its own. */
record RedriveKills(RedriveSite site, Findings findings) {

  /** At the moments that matter, and at random ones. */
  void kill(int randomKills) {
    killAt("SendMessage", 3, true); // sent, and not marked
    if (randomKills > 0) {
      killAt("SendMessage", 3, false);
      killAt("ReceiveMessage", 2, true);
      killAt("DeleteMessageBatch", 0, false); // marked, and not deleted
    }
    for (int i = 0; i < randomKills; i++) {
      killAt("SendMessage", (int) (Math.random() * 9), Math.random() < 0.5);
    }
  }

  private void killAt(String call, int after, boolean done) {
    int before = site.count("dead_letters WHERE state = 'redriven'");
    Process[] process = new Process[1];
    site.relay().cut(call, after, done, () -> process[0].destroyForcibly());
    process[0] = site.start("redrive", "--all", "--limit", "10", "--rate", "50");
    int exitCode = process[0].onExit().join().exitValue();
    site.relay().mend();
    System.out.printf(
        "      killed at %s %d, %s: %d marked%n",
        call,
        after,
        done ? "done" : "not done",
        site.count("dead_letters WHERE state = 'redriven'") - before);
    findings.check("exit code of what was killed", 137, exitCode);
  }
}
