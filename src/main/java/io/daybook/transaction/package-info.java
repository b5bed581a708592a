/** A provider's record becomes a transaction, or is rejected with the reason. */
@NullMarked
package io.daybook.transaction;

import org.jspecify.annotations.NullMarked;
