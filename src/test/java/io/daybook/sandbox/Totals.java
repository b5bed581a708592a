package io.daybook.sandbox;

import java.util.SortedMap;

/**
 * What tables and books are compared by: how many transactions, the posted amount of each currency,
 * and a hash over gateways, ids and versions.
 */
public record Totals(int count, SortedMap<String, Long> postedMinor, String hash) {}
