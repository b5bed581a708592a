/** What Prometheus is told. */
@NullMarked
package io.daybook.metrics;

import org.jspecify.annotations.NullMarked;
