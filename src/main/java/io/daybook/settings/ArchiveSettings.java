package io.daybook.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where raw pages are kept, and for how long.
 *
 * @param directory where they are kept, or, with a bucket, where each is written before it is put
 * @param keepDays how many days after its run a page is removed, or null if never
 * @param bucket of S3; empty for the directory
 * @param endpoint of another S3 server, or null for AWS
 */
public record ArchiveSettings(
    Path directory,
    @Nullable Integer keepDays,
    String bucket,
    @Nullable URI endpoint,
    String region) {

  private static final Range KEEP_DAYS = new Range(1, 36_500);
  private static final Kind<String> BUCKET =
      Kind.matching("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "the name of an S3 bucket", "");

  public ArchiveSettings {
    BUCKET.neededIf(false, "").check("bucket", bucket);
    if (keepDays != null) {
      KEEP_DAYS.check("keepDays", keepDays);
    }
  }

  static ArchiveSettings read(Values values, String defaultRegion) {
    String region =
        values.read("daybook.archive.region", QueueSettings.REGION.neededIf(false, defaultRegion));
    values.resolve("daybook.archive.region", region);
    return new ArchiveSettings(
        values.read("daybook.archive.directory", Kind.DIRECTORY),
        values.read("daybook.archive.keep-days", Kind.integer(KEEP_DAYS).optional()).orElse(null),
        values.read("daybook.archive.bucket", BUCKET.neededIf(false, "")),
        values.read("daybook.archive.endpoint", Kind.ENDPOINT.optional()).orElse(null),
        region);
  }
}
