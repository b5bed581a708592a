package io.daybook.gateway;

import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.annotations.Component;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * Camel's HTTP component, with limits to the header of an answer. The client has none by itself,
 * and reads all of a header into memory; where Camel makes its connections is the only place to set
 * them.
 */
@Component("http,https")
public final class GatewayHttp extends HttpComponent {
  static final int HEADERS_MAX = 200;
  static final int LINE_BYTES_MAX = 16_384;

  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(HEADERS_MAX).setMaxLineLength(LINE_BYTES_MAX).build();

  @Override
  @SuppressWarnings("deprecation") // as Camel still calls it
  protected HttpClientConnectionManager createConnectionManager(
      Registry<ConnectionSocketFactory> registry,
      int maxTotalConnections,
      int connectionsPerRoute,
      SocketConfig socketConfig) {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            registry,
            PoolConcurrencyPolicy.STRICT,
            TimeValue.ofMilliseconds(getConnectionTimeToLive()),
            ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build());
    connections.setMaxTotal(orElse(maxTotalConnections, getMaxTotalConnections()));
    connections.setDefaultMaxPerRoute(orElse(connectionsPerRoute, getConnectionsPerRoute()));
    connections.setDefaultSocketConfig(socketConfig);
    return connections;
  }

  /** An endpoint that does not say gets what the component says. */
  private static int orElse(int ofEndpoint, int ofComponent) {
    return ofEndpoint > 0 ? ofEndpoint : ofComponent;
  }
}
