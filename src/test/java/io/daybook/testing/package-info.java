/** What tests share: Daybook among servers of its own. */
@NullMarked
package io.daybook.testing;

import org.jspecify.annotations.NullMarked;
