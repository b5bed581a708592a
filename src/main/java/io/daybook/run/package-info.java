/** One attempt at a day: its lease, its heartbeat and its end. */
@NullMarked
package io.daybook.run;

import org.jspecify.annotations.NullMarked;
