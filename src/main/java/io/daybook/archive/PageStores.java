package io.daybook.archive;

import io.daybook.settings.ArchiveSettings;
import java.net.URI;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Opens the archive that the settings name. Credentials for S3 come from AWS's default chain and
 * never from a setting.
 */
public final class PageStores {
  private static final int CONNECTIONS_MAX = 200;

  private PageStores() {}

  /** To be closed by the caller. */
  public static PageStore open(ArchiveSettings settings) {
    return settings.bucket().isEmpty()
        ? new DirectoryStore(settings.directory())
        : new S3Store(client(settings), settings.bucket(), settings.directory());
  }

  private static S3Client client(ArchiveSettings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS_MAX));
    URI endpoint = settings.endpoint();
    return endpoint == null ? builder.build() : elsewhere(builder, endpoint).build();
  }

  /** Other servers than AWS know buckets by their path, and not each of AWS's checksums. */
  private static S3ClientBuilder elsewhere(S3ClientBuilder builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false));
  }
}
