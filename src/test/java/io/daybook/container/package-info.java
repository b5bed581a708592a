/** The container image, as far as it can be judged without building it. */
@NullMarked
package io.daybook.container;

import org.jspecify.annotations.NullMarked;
