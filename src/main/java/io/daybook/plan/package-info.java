/** What a run would do with a day: told, and not done. */
@NullMarked
package io.daybook.plan;

import org.jspecify.annotations.NullMarked;
