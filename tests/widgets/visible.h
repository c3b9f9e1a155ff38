// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages use the same names; the one that can be seen is meant. GUI thread.

#include <QWidget>

namespace fixture {

template <class T>
[[nodiscard]] T *visibleChild(const QWidget &window, const QString &name)
{
    const QList<T *> all = window.findChildren<T *>(name);
    for (T *each : all)
        if (each->isVisible())
            return each;
    return nullptr;
}

} // namespace fixture
