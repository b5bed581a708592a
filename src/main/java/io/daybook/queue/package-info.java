/** The way to SQS: the queue of requested days and its dead-letter queue. */
@NullMarked
package io.daybook.queue;

import org.jspecify.annotations.NullMarked;
