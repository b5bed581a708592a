package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;
import software.amazon.awssdk.core.exception.SdkException;

/** What redrive and discard print: each as it is done, or all at the end as JSON. */
final class Told {
  private final CommandSpec spec;
  private final boolean json;
  private final List<ObjectNode> objects = new ArrayList<>();
  private int count;

  Told(CommandSpec spec, boolean json) {
    this.spec = spec;
    this.json = json;
  }

  void add(DeadLetter letter) {
    count++;
    if (json) {
      objects.add(DeadLetterView.json(letter));
    } else {
      spec.commandLine().getOut().println(DeadLetterView.line(letter));
    }
  }

  /** Tells what was done also if it ended half-way. */
  void during(Runnable work, String what) {
    try {
      work.run();
    } catch (SdkException | DataAccessException e) {
      throw new CommandException(Failures.line(e) + "; it is safe to type this again", e);
    } finally {
      end(what);
    }
  }

  void end(String what) {
    if (json) {
      Json.print(spec.commandLine().getOut(), objects);
    }
    spec.commandLine()
        .getErr()
        .println(count == 1 ? "1 dead letter " + what : count + " dead letters " + what);
  }
}
