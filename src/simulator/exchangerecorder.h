// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes every Graph exchange into a folder, one JSON file each, in the form that a replay reads (recording.h): what was
// asked, the status, and the answer with the bytes it had. No header of the request but those named here, so no token.
// Tenant thread.

#include "simulator/exchange.h"
#include "simulator/result.h"

namespace simulator {

class ExchangeRecorder
{
public:
    static Result<ExchangeRecorder> into(const QString &folder); // made when it is not there
    void record(const Request &request, const Response &response) const;

private:
    QString m_folder;
};

} // namespace simulator
