/** Promises shown at full size, each by a main class; the build runs short forms of them. */
@NullMarked
package io.daybook.proof;

import org.jspecify.annotations.NullMarked;
