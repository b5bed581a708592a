package io.daybook.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewaySettingsTest {

  @Test
  void takes_defaults_from_the_providers_file() {
    GatewaySettings acme = Settings.of(Acme.with()).gateways().get("acme");

    assertThat(acme.provider()).isEqualTo("acme");
    assertThat(acme.zone()).isEqualTo(ZoneId.of("Asia/Riyadh"));
    assertThat(acme.since()).isNull();
    assertThat(acme.settleDelay()).isEqualTo(Duration.ofMinutes(15));
    assertThat(acme.parameters())
        .containsEntry("gateway", "acme")
        .containsEntry("url", "https://api.acme.example")
        .containsEntry("secret-key", "sk_test_1")
        .containsEntry("since", "")
        .hasSize(7);
  }

  @Test
  void keeps_two_accounts_of_one_provider_apart() {
    Settings settings =
        Settings.of(
            Acme.with(
                "daybook.gateways", "acme-uae, acme",
                "daybook.gateway.acme-uae.provider", "acme",
                "daybook.gateway.acme-uae.secret-key", "sk_uae",
                "daybook.gateway.acme-uae.zone", "Asia/Dubai",
                "daybook.gateway.acme-uae.since", "2024-02-29",
                "daybook.gateway.acme-uae.recheck-days", "2,40"));

    GatewaySettings uae = settings.gateways().get("acme-uae");
    GatewaySettings acme = settings.gateways().get("acme");
    assertThat(settings.gateways().keySet()).containsExactly("acme-uae", "acme");
    assertThat(uae.parameters())
        .containsEntry("gateway", "acme-uae")
        .containsEntry("secret-key", "sk_uae");
    assertThat(uae.zone()).isEqualTo(ZoneId.of("Asia/Dubai"));
    assertThat(uae.since()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(uae.recheckDays(settings.schedule())).containsExactly(2, 40);
    assertThat(acme.parameters()).containsEntry("secret-key", "sk_test_1");
    assertThat(acme.recheckDays(settings.schedule())).isEqualTo(List.of(1, 3, 7));
  }

  @Test
  void prefers_a_file_in_the_directory_of_routes(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("gateways"));
    String yaml = Files.readString(Acme.routes().resolve("gateways/acme.camel.yaml"));
    Files.writeString(
        directory.resolve("gateways/stripe.camel.yaml"),
        yaml.replace("Asia/Riyadh", "Asia/Kuwait"));

    Settings settings =
        Settings.of(
            Acme.with(
                "daybook.routes.directory", directory.toString(),
                "daybook.gateways", "stripe",
                "daybook.gateway.stripe.secret-key", "sk"));

    assertThat(settings.gateways().get("stripe").zone()).isEqualTo(ZoneId.of("Asia/Kuwait"));
  }

  @Test
  void names_the_files_looked_for_when_a_provider_is_unknown() {
    assertThatThrownBy(() -> Settings.of(Acme.with("daybook.gateways", "acme,hyperpay")))
        .hasMessageContaining(
            "daybook.gateway.hyperpay.provider is hyperpay: there is no file"
                + " classpath:routes/gateways/hyperpay.camel.yaml and no file "
                + Acme.routes().resolve("gateways/hyperpay.camel.yaml"));
  }

  @Test
  void never_looks_for_a_provider_outside_its_directory() {
    assertThatThrownBy(() -> Settings.of(Acme.with("daybook.gateway.acme.provider", "../acme")))
        .hasMessageContaining(
            "daybook.gateway.acme.provider is ../acme (override): it must be lower case");
  }

  @Test
  void names_file_and_line_of_yaml_that_cannot_be_read(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("gateways"));
    Path file = directory.resolve("gateways/acme.camel.yaml");
    Files.writeString(file, "- routeTemplate:\n    id: acme\n   parameters: []\n");

    assertThatThrownBy(
            () -> Settings.of(Acme.with("daybook.routes.directory", directory.toString())))
        .hasMessageContaining(file + ", line 3: ");
  }

  @Test
  void refuses_a_file_without_a_template_or_without_what_every_provider_declares(
      @TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("gateways"));
    Path file = directory.resolve("gateways/acme.camel.yaml");
    Files.writeString(file, "- route:\n    id: acme\n");
    assertThatThrownBy(
            () -> Settings.of(Acme.with("daybook.routes.directory", directory.toString())))
        .hasMessageContaining(
            file + ": it has 0 route templates beside that of a summary, not one");

    Files.writeString(file, "- routeTemplate:\n    parameters:\n    - name: secret-key\n");
    assertThatThrownBy(
            () -> Settings.of(Acme.with("daybook.routes.directory", directory.toString())))
        .hasMessageContaining(file + " declares no parameter zone")
        .hasMessageContaining(file + " declares no parameter settle-delay");
  }

  @Test
  void refuses_what_is_no_name_no_zone_no_date_and_no_delay() {
    assertThatThrownBy(() -> Settings.of(Acme.with("daybook.gateways", "acme,Acme_2")))
        .hasMessageContaining(
            "daybook.gateways is acme,Acme_2 (override): it must be at least one name");
    assertThatThrownBy(() -> Settings.of(Acme.with("daybook.gateways", "acme,acme")))
        .hasMessageContaining("one is given twice");
    assertThatThrownBy(
            () ->
                Settings.of(
                    Acme.with(
                        "daybook.gateway.acme.zone", "Riyadh",
                        "daybook.gateway.acme.since", "2024-02-30",
                        "daybook.gateway.acme.settle-delay", "15m",
                        "daybook.gateway.acme.recheck-days", "1,0")))
        .hasMessageContaining("daybook.gateway.acme.zone is Riyadh")
        .hasMessageContaining("daybook.gateway.acme.since is 2024-02-30")
        .hasMessageContaining("daybook.gateway.acme.settle-delay is 15m")
        .hasMessageContaining("daybook.gateway.acme.recheck-days is 1,0");
  }

  @Test
  void leaves_settings_of_a_gateway_that_is_not_enabled_alone() {
    Settings settings = Settings.of(Acme.with("daybook.gateway.moyasar.secret-key", "sk_moyasar"));

    assertThat(settings.gateways().keySet()).containsExactly("acme");
  }

  @Test
  void needs_no_secrets_to_look_at_days() {
    Settings settings =
        Settings.of(Acme.with("daybook.gateway.acme.secret-key", ""), EnumSet.of(Need.GATEWAYS));

    assertThat(settings.gateways().get("acme").zone()).isEqualTo(ZoneId.of("Asia/Riyadh"));
  }
}
