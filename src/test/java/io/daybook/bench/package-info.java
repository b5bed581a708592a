/** Figures on demand: not run with the tests. */
@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;
