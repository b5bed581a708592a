package io.daybook.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.gateway.PageRequest;
import io.daybook.gateway.Provider;
import io.daybook.page.PageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every published sample against rows written by hand from the provider's documentation, through
 * the provider's real route file.
 */
class PublishedSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final CamelContext CAMEL = new DefaultCamelContext();

  @BeforeAll
  static void load_the_real_route_files() throws Exception {
    for (String provider : List.of("stripe", "moyasar")) {
      PluginHelper.getRoutesLoader(CAMEL)
          .loadRoutes(
              ResourceHelper.resolveMandatoryResource(
                  CAMEL, "classpath:routes/gateways/" + provider + ".camel.yaml"));
    }
  }

  @AfterAll
  static void stop() {
    CAMEL.stop();
  }

  @Test
  void every_sample_has_its_expected_rows_and_a_named_source() throws IOException {
    String sources = Files.readString(SAMPLES.resolve("SOURCES.md"));
    assertThat(samples())
        .isNotEmpty()
        .allSatisfy(
            sample -> {
              assertThat(SAMPLES.resolve(expectedFor(sample))).exists();
              assertThat(sources).contains("| " + sample + " |");
            });
  }

  private static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .map(file -> SAMPLES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".json"))
          .toList();
    }
  }

  private static String expectedFor(String sample) {
    return sample.replace(".json", ".expected.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stripe/balance_transactions_list.json",
        "stripe/balance_transaction.json",
        "moyasar/payments_list_page1.json"
      })
  void every_published_sample_is_read_into_the_expected_rows(String sample) throws Exception {
    List<ExpectedRow> expected =
        ExpectedRow.parse(Files.readString(SAMPLES.resolve(expectedFor(sample))));
    List<ExpectedRow> mapped = new ArrayList<>();
    for (RawTransaction raw : page(sample).records()) {
      mapped.add(ExpectedRow.of(provider(sample).transactions().map(raw)));
    }
    assertThat(mapped).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(mapped.get(i))
          .as("record %d of %s", i, sample)
          .usingRecursiveComparison()
          .isEqualTo(expected.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stripe/balance_transactions_list.json",
        "stripe/balance_transaction.json",
        "moyasar/payments_list_page1.json"
      })
  void every_record_keeps_the_samples_own_bytes(String sample) throws IOException {
    List<byte[]> own = RecordCutter.cut(bytes(sample), provider(sample).transactions().records());
    List<RawTransaction> records = page(sample).records();
    assertThat(records).hasSameSizeAs(own);
    for (int i = 0; i < own.size(); i++) {
      assertThat(records.get(i).position()).isEqualTo(i);
      assertThat(records.get(i).bytes()).as("record %d of %s", i, sample).isEqualTo(own.get(i));
    }
  }

  @Test
  void no_page_follows_a_stripe_list_that_has_no_more() throws IOException {
    String sample = "stripe/balance_transactions_list.json";
    Provider stripe = provider(sample);
    assertThat(stripe.pages().next(stripe.pages().first(), page(sample).summary())).isNull();
    assertThat(stripe.declared(page(sample).summary()).count()).isNull();
  }

  @Test
  void page_2_of_47_payments_follows_the_first_of_moyasar() throws IOException {
    String sample = "moyasar/payments_list_page1.json";
    Provider moyasar = provider(sample);
    PageRequest next = moyasar.pages().next(moyasar.pages().first(), page(sample).summary());
    assertThat(next).isNotNull();
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.values()).containsOnlyKeys("page").containsEntry("page", "2");
    assertThat(moyasar.declared(page(sample).summary()).count()).isEqualTo(47);
  }

  private static Provider provider(String sample) {
    String name = sample.substring(0, sample.indexOf('/'));
    return CAMEL.getRegistry().lookupByNameAndType(name, Provider.class);
  }

  private static PageText page(String sample) throws IOException {
    return PageText.read(bytes(sample), provider(sample).transactions().records());
  }

  /** A single published record stands in the smallest list that Stripe could answer. */
  private static byte[] bytes(String sample) throws IOException {
    byte[] file = Files.readAllBytes(SAMPLES.resolve(sample));
    return sample.endsWith("/balance_transaction.json")
        ? ("{\"object\":\"list\",\"data\":[" + new String(file, UTF_8) + "],\"has_more\":false}")
            .getBytes(UTF_8)
        : file;
  }
}
