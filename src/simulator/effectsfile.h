// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Effects as JSON Lines in a file, each written the moment it happens and handed to the system at once, so that it is
// there whatever becomes of this process. Results that come later make a line of their own under the same sequence number.
// Tenant thread.

#include "simulator/result.h"

#include <QFile>
#include <QJsonObject>

#include <memory>

namespace simulator {

class EffectsFile
{
public:
    static Result<std::shared_ptr<EffectsFile>> create(const QString &path); // one that is there is emptied
    void write(const QJsonObject &entry);

private:
    explicit EffectsFile(const QString &path);
    QFile m_file;
};

} // namespace simulator
