/** Which days are due and were never asked for. */
@NullMarked
package io.daybook.schedule;

import org.jspecify.annotations.NullMarked;
