package io.daybook.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * How gateways are called: a page has only so long, from the request to its last byte. A time-out
 * of each read never ends an answer that comes byte by byte, or one without an end.
 */
public final class GatewayClient implements HttpClientConfigurer, AutoCloseable {
  /** A header of ours on each answer: the request that it answers; see {@link SentRequest}. */
  public static final String REQUEST_SENT = "Daybook-Request";

  private final Duration pageTimeout;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(GatewayClient::daemon);

  public GatewayClient(Duration pageTimeout) {
    this.pageTimeout = pageTimeout;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "page-timeout");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client.addExecInterceptorFirst("page-timeout", this::call);
    client.addResponseInterceptorFirst((answer, body, context) -> AnswerHeader.check(answer));
  }

  private ClassicHttpResponse call(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Deadline deadline = new Deadline(scope.execRuntime::discardEndpoint, pageTimeout);
    deadline.startOn(timer);
    try {
      ClassicHttpResponse response = chain.proceed(request, scope);
      // Set, never added: what a gateway sends under this name is gone.
      response.setHeader(REQUEST_SENT, SentRequest.of(request));
      return bounded(response, deadline);
    } catch (MessageConstraintException tooLarge) {
      deadline.stop();
      throw AnswerHeader.tooLarge(tooLarge);
    } catch (IOException | RuntimeException failed) {
      deadline.stop();
      deadline.throwIfPassed(failed);
      throw failed;
    }
  }

  private static ClassicHttpResponse bounded(ClassicHttpResponse response, Deadline deadline) {
    HttpEntity body = response.getEntity();
    if (body == null) {
      deadline.stop();
    } else {
      response.setEntity(new BoundedBody(body, deadline));
    }
    return response;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
