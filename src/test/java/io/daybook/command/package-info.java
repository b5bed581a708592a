/** Commands as a person or a script types them, on real servers. */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;
