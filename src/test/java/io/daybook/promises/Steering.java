package io.daybook.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What somebody outside would send to steer the program: header names, and texts. */
final class Steering {
  /** Each is something that a library of ours reads as more than text. */
  static final List<String> TEXTS =
      List.of(
          "{{env:HOME}}",
          "{{sys:user.home}}",
          "{{daybook.database.password}}",
          "{{bean:dataSource}}",
          "${env:HOME}",
          "${sys.user.home}",
          "${env.HOME}",
          "$simple{sys.user.home}",
          "${properties:daybook.database.password}",
          "${bean:runs?method=leave}",
          "${exchangeProperty.CamelToEndpoint}",
          "#{systemProperties['user.home']}",
          "#bean:dataSource",
          "#class:java.io.File",
          "RAW({{daybook.database.password}})",
          "RAW(${sys.user.home})",
          "classpath:application.properties",
          "resource:classpath:logback.xml",
          "file:/etc/passwd",
          "ref:dataSource",
          "jndi:ldap://127.0.0.1:1/a",
          "'; DROP TABLE transactions; --",
          "\\'; DROP SCHEMA daybook CASCADE; --",
          "$$; DELETE FROM days; $$",
          ":?gateway :#runId ?1",
          "../../../../etc/passwd",
          "..%2f..%2fetc%2fpasswd",
          "a&limit=1&created[gte]=0#x",
          "http://127.0.0.1:1/elsewhere",
          "direct:dead-letter-day?block=false",
          "{\"a\":[1",
          "\"}]}",
          "null");

  private Steering() {}

  /** As headers of an answer, or as attributes of a message. */
  static Map<String, String> headers(String elsewhere) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("CamelHttpUri", elsewhere);
    headers.put("CamelRestHttpUri", elsewhere);
    headers.put("CamelHttpPath", "/v1/refunds");
    headers.put("CamelHttpQuery", "limit=1");
    headers.put("CamelHttpRawQuery", "limit=1");
    headers.put("CamelHttpMethod", "DELETE");
    headers.put("CamelHttpResponseCode", "500");
    headers.put("CamelHttpProtocolVersion", "HTTP/0.9");
    headers.put("CamelSqlQuery", "DELETE FROM transactions");
    headers.put("CamelSqlParameters", "1");
    headers.put("CamelSqlRetrieveGeneratedKeys", "true");
    headers.put("CamelAwsSqsOperation", "purgeQueue");
    headers.put("CamelAwsSqsReceiptHandle", "of-another-message");
    headers.put("CamelAwsSqsDelaySeconds", "900");
    headers.put("CamelAwsSqsMessageGroupId", "another");
    headers.put("CamelAwsSqsPrefix", "x");
    headers.put("CamelRedeliveryDelay", "600000");
    headers.put("CamelRedeliveryMaxCounter", "1000");
    headers.put("CamelRedelivered", "true");
    headers.put("CamelFileName", "../../../../etc/passwd");
    headers.put("CamelOverruleFileName", "/etc/passwd");
    headers.put("CamelBeanMethodName", "close");
    headers.put("CamelLanguageScript", "${sys.user.home}");
    headers.put("CamelSplitComplete", "true");
    headers.put("CamelRouteStop", "true");
    headers.put("CamelToEndpoint", elsewhere);
    headers.put("CamelSlipEndpoint", "direct:dead-letter-day");
    headers.put("camelhttpuri", elsewhere + "/lower");
    headers.put("org.apache.camel.x", "y");
    headers.put("X-Secret", "{{daybook.database.password}} ${sys.user.home}");
    return headers;
  }

  /** Always the same ones: parts of the texts, put together at random. */
  static List<String> mixtures(int count) {
    Random random = new Random(20240710);
    List<String> mixtures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mixtures.add(i + part(random) + part(random) + part(random));
    }
    return mixtures;
  }

  private static String part(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    int from = random.nextInt(text.length());
    return text.substring(from, from + 1 + random.nextInt(text.length() - from));
  }
}
