package io.daybook.sandbox;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;

/**
 * What one day must hold: how many, the ids, the posted amount of each currency, and a hash over
 * gateway, ids and versions.
 */
public record DayTruth(
    String gateway,
    LocalDate date,
    int count,
    SortedMap<String, Long> postedMinor,
    Set<String> ids,
    String hash) {}
