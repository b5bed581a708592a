package io.daybook.gateway;

import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpRequest;

/**
 * A request as it was sent, for the archive: method and URL, less what stands before the host and
 * the values of parameters whose name says that they are secret.
 */
final class SentRequest {
  private static final String MASKED = "******";
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)(?<=[?&])([^=&]*(?:secret|password|token|signature|key)[^=&]*=)[^&]*");

  private SentRequest() {}

  static String of(HttpRequest request) {
    String host = request.getAuthority() == null ? "" : "//" + hostOf(request);
    String url = request.getScheme() + ":" + host + request.getRequestUri();
    return request.getMethod() + " " + SECRET_PARAMETER.matcher(url).replaceAll("$1" + MASKED);
  }

  private static String hostOf(HttpRequest request) {
    int port = request.getAuthority().getPort();
    return request.getAuthority().getHostName() + (port < 0 ? "" : ":" + port);
  }
}
