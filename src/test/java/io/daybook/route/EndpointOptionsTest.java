package io.daybook.route;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

class EndpointOptionsTest {
  private final CamelContext context = new DefaultCamelContext();

  @Test
  void a_misspelt_option_of_the_gateways_endpoint_is_refused_with_its_line() throws Exception {
    String stripe =
        Files.readString(Path.of("src/main/resources/routes/gateways/stripe.camel.yaml"));
    long line = stripe.substring(0, stripe.indexOf("httpMethod: GET")).lines().count();
    assertThatCode(() -> check(stripe)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(stripe.replace("httpMethod: GET", "httpMethdo: GET")))
        .hasMessage("line %d: the endpoint https has no option \"httpMethdo\"", line);
  }

  private void check(String yaml) throws Exception {
    EndpointOptions.check(context, ResourceHelper.fromString("stripe.camel.yaml", yaml));
  }
}
