/** What may be asked of Daybook on the queue, and nothing else. */
@NullMarked
package io.daybook.message;

import org.jspecify.annotations.NullMarked;
