package io.daybook.transaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the objects of a named array out of a JSON file by counting braces outside of strings: slow,
 * simple, and without anything that the application reads with.
 */
final class RecordCutter {
  private final byte[] file;
  private final List<byte[]> records = new ArrayList<>();
  private int depth;
  private int start;
  private boolean inText;
  private boolean escaped;

  private RecordCutter(byte[] file) {
    this.file = file;
  }

  static List<byte[]> cut(byte[] file, String array) {
    String latin = new String(file, StandardCharsets.ISO_8859_1);
    int opening = latin.indexOf('[', latin.indexOf("\"" + array + "\""));
    RecordCutter cutter = new RecordCutter(file);
    int position = opening + 1;
    while (cutter.depth > 0 || file[position] != ']') {
      cutter.take(position++);
    }
    return cutter.records;
  }

  private void take(int position) {
    byte each = file[position];
    if (inText) {
      inText = escaped || each != '"';
      escaped = !escaped && each == '\\';
    } else if (each == '"') {
      inText = true;
    } else if (each == '{' || each == '[') {
      start = depth++ == 0 ? position : start;
    } else if ((each == '}' || each == ']') && --depth == 0) {
      records.add(Arrays.copyOfRange(file, start, position + 1));
    }
  }
}
