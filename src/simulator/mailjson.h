// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One recipient's copy of a mail as an analyzedEmail, with its links, attachments and timeline. Pure.

#include "mailstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace simulator {

class Switches;

[[nodiscard]] QJsonObject analyzedEmail(const MailStore &mails, quint32 delivery, const Switches &switches);
[[nodiscard]] QJsonArray analyzedUrls(const Mail &mail);
[[nodiscard]] QJsonArray analyzedAttachments(const Mail &mail);

} // namespace simulator
