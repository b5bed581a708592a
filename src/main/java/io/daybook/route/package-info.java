/** The route files: which there are, whether they are in order, and how they are loaded. */
@NullMarked
package io.daybook.route;

import org.jspecify.annotations.NullMarked;
