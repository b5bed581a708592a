package io.daybook.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The archive as a bucket of S3. A file is written in a directory and put into the bucket as a
 * whole, where it is seen only once all of it is there.
 */
public final class S3Store implements PageStore {
  private final S3Client s3;
  private final String bucket;
  private final Path unfinished;

  /** Closes the client with itself. */
  public S3Store(S3Client s3, String bucket, Path unfinished) {
    this.s3 = s3;
    this.bucket = bucket;
    this.unfinished = unfinished;
  }

  @Override
  public Draft begin(String name) throws IOException {
    Files.createDirectories(unfinished);
    return new S3Draft(name, Files.createTempFile(unfinished, "unfinished-", ".part"));
  }

  @Override
  public InputStream open(String name) throws IOException {
    try {
      return new Content(s3.getObject(request -> request.bucket(bucket).key(name)));
    } catch (NoSuchKeyException missing) {
      NoSuchFileException told = new NoSuchFileException(name);
      told.initCause(missing);
      throw told;
    } catch (SdkException unreachable) {
      throw failed(unreachable);
    }
  }

  @Override
  public void list(String folder, Consumer<String> names) throws IOException {
    try {
      s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder + "/"))
          .contents()
          .forEach(file -> names.accept(file.key()));
    } catch (SdkException unreachable) {
      throw failed(unreachable);
    }
  }

  @Override
  public void remove(String folder) throws IOException {
    list(folder, name -> s3.deleteObject(request -> request.bucket(bucket).key(name)));
  }

  @Override
  public String place() {
    return "s3://" + bucket;
  }

  @Override
  public void close() {
    s3.close();
  }

  private static IOException failed(SdkException failure) {
    return new IOException("S3: " + failure.getMessage(), failure);
  }

  private final class S3Draft implements Draft {
    private final String name;
    private final Path file;
    private final OutputStream out;

    S3Draft(String name, Path file) throws IOException {
      this.name = name;
      this.file = file;
      this.out = Files.newOutputStream(file);
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public void finish() throws IOException {
      out.close();
      try {
        s3.putObject(request -> request.bucket(bucket).key(name), RequestBody.fromFile(file));
      } catch (SdkException unreachable) {
        throw failed(unreachable);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      Files.deleteIfExists(file);
    }
  }

  /** Closed before its end, its connection is cut: the rest would otherwise be downloaded. */
  private static final class Content extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> response;
    private boolean ended;

    Content(ResponseInputStream<GetObjectResponse> response) {
      super(response);
      this.response = response;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      int read = super.read(target, offset, count);
      ended |= read < 0;
      return read;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      } else {
        response.abort();
      }
    }
  }
}
