/** Batches of transactions on their way into the table, each transaction exactly once. */
@NullMarked
package io.daybook.store;

import org.jspecify.annotations.NullMarked;
