/** What Prometheus is told; all of it read from the tables. */
@NullMarked
package io.daybook.metrics;

import org.jspecify.annotations.NullMarked;
