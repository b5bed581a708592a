package io.daybook.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The instructions of the Dockerfile, each on one line and without comments. */
record Dockerfile(List<String> instructions) {

  static Dockerfile read() throws IOException {
    String text = Files.readString(Path.of("Dockerfile"));
    String unfolded = text.replaceAll("(?m)^\\s*#.*\\n", "").replace("\\\n", " ");
    return new Dockerfile(unfolded.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
  }

  /** Returns what follows the last FROM: the image that is shipped. */
  Dockerfile shipped() {
    int last = instructions.lastIndexOf(all("FROM").get(all("FROM").size() - 1));
    return new Dockerfile(instructions.subList(last, instructions.size()));
  }

  List<String> all(String keyword) {
    return instructions.stream().filter(i -> i.startsWith(keyword + " ")).toList();
  }

  /** Returns the last instruction with that keyword: the one that counts. */
  String last(String keyword) {
    List<String> all = all(keyword);
    return all.isEmpty() ? "" : all.get(all.size() - 1);
  }

  /** Returns the words of an instruction in the form that starts no shell. */
  List<String> words(String keyword) throws JsonProcessingException {
    String instruction = last(keyword);
    String list = instruction.substring(Math.max(0, instruction.indexOf('[')));
    return List.of(new ObjectMapper().readValue(list, String[].class));
  }
}
