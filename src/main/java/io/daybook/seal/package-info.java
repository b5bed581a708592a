/** The verdict on a day: what the gateway declares against what is stored. */
@NullMarked
package io.daybook.seal;

import org.jspecify.annotations.NullMarked;
