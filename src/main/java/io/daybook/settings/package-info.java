/** Every setting, resolved from its sources, checked, and all faults reported together. */
@NullMarked
package io.daybook.settings;

import org.jspecify.annotations.NullMarked;
