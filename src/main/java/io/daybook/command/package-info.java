/** What a person or a script can ask of the jar: one class per command. */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;
