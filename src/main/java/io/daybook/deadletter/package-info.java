/** What could not be done, kept with its cause until somebody decides. */
@NullMarked
package io.daybook.deadletter;

import org.jspecify.annotations.NullMarked;
