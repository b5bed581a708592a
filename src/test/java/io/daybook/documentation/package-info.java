/** The documentation, as far as a test can tell that it is true. */
@NullMarked
package io.daybook.documentation;

import org.jspecify.annotations.NullMarked;
