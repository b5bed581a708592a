package io.daybook.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class TemporaryPagesTest {

  @Test
  void a_page_is_gone_when_it_was_read_and_its_directory_when_all_is_done() throws IOException {
    Path directory;
    try (TemporaryPages pages = TemporaryPages.open()) {
      directory = Path.of(pages.place());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
      write(pages, "own/page-1");
      write(pages, "own/page-2");
      try (InputStream page = pages.open("own/page-1")) {
        assertThat(page.readAllBytes()).containsExactly(1);
      }
      assertThatThrownBy(() -> pages.open("own/page-1")).isInstanceOf(NoSuchFileException.class);
      assertThat(directory.resolve("own/page-2")).exists();
    }
    assertThat(directory).doesNotExist();
  }

  private static void write(TemporaryPages pages, String name) throws IOException {
    try (Draft draft = pages.begin(name)) {
      draft.out().write(1);
      draft.finish();
    }
  }
}
