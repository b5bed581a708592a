package io.daybook.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One migration of the jar: the file's name and its SQL. */
public record MigrationFile(String name, String sql) {

  static MigrationFile read(String location, String name) {
    return read(new ClassPathResource(location + "/" + name));
  }

  /** In the order in which they are applied. */
  static List<MigrationFile> readAll(String location) {
    try {
      return Stream.of(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:" + location + "/V*.sql"))
          .map(MigrationFile::read)
          .sorted(Comparator.comparing(MigrationFile::version))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(location + " cannot be listed", e);
    }
  }

  private static MigrationFile read(Resource resource) {
    try {
      return new MigrationFile(
          String.valueOf(resource.getFilename()),
          resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private MigrationVersion version() {
    return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
  }
}
