/** One class per promise that Daybook makes; each test is a way to break it. */
@NullMarked
package io.daybook.promises;

import org.jspecify.annotations.NullMarked;
