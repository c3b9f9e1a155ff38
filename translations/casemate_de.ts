<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Casemate</source>
        <translation>Über Casemate</translation>
    </message>
    <message>
        <source>Casemate</source>
        <translation>Casemate</translation>
    </message>
    <message>
        <source>A console for Microsoft Defender incidents. Free software under the GNU General Public License, version 3 or later; it comes without any warranty. Casemate is not a product of Microsoft.</source>
        <translation>Eine Konsole für Vorfälle aus Microsoft Defender. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung. Casemate ist kein Produkt von Microsoft.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Pending actions</source>
        <translation>Ausstehende Aktionen</translation>
    </message>
</context>
<context>
    <name>AssignPanel</name>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>Person to assign to</source>
        <translation>Person, der zugewiesen wird</translation>
    </message>
    <message>
        <source>To &amp;me</source>
        <translation>&amp;Mir</translation>
    </message>
    <message>
        <source>To &amp;nobody</source>
        <translation>&amp;Niemandem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
</context>
<context>
    <name>ClassifyPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>Klassifizieren</translation>
    </message>
</context>
<context>
    <name>CommentPanel</name>
    <message>
        <source>Comment</source>
        <translation>Kommentieren</translation>
    </message>
    <message>
        <source>Comment. Everybody who can see the incident can read it.</source>
        <translation>Kommentar. Alle, die den Vorfall sehen können, können ihn lesen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConfirmPanel</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>C&amp;ancel the check</source>
        <translation>Prüfung &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Read the databases from end to end</source>
        <translation>&amp;Datenbanken von Anfang bis Ende lesen</translation>
    </message>
    <message>
        <source>C&amp;opy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt der Synchronisierung</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Evidence and response</source>
        <translation>Beweise und Reaktion</translation>
    </message>
    <message>
        <source>What is known of the entity</source>
        <translation>Was über die Entität bekannt ist</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>The alert in full</source>
        <translation>Die ganze Warnung</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Own decisions</source>
        <translation>Eigene Entscheidungen</translation>
    </message>
</context>
<context>
    <name>IncidentSummary</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung ausblenden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Bearbeitung</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Informational</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
</context>
<context>
    <name>ResolvePanel</name>
    <message>
        <source>&amp;How it ended</source>
        <translation>&amp;Wie er ausging</translation>
    </message>
    <message>
        <source>Resolving comment, may stay empty</source>
        <translation>Kommentar zur Lösung, kann leer bleiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Read the latest &amp;location</source>
        <translation>Aktuellen Spei&amp;cherort lesen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>First targets</source>
        <translation>Erste Ziele</translation>
    </message>
    <message>
        <source>Comm&amp;ent</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>Posted to the incident with the decision</source>
        <translation>Wird mit der Entscheidung beim Vorfall veröffentlicht</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Reset to the defaults</source>
        <translation>Auf die Standardwerte &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>The sign-in is running</source>
        <translation>Die Anmeldung läuft</translation>
    </message>
    <message>
        <source>&amp;Other tenants</source>
        <translation>&amp;Andere Mandanten</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Open the page again</source>
        <translation>Seite erneut &amp;öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Dia&amp;gnostics…</source>
        <translation>Dia&amp;gnose…</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>A tag; used ones are offered as you type</source>
        <translation>Ein Tag; bereits verwendete werden beim Tippen vorgeschlagen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>TenantDialog</name>
    <message>
        <source>About this tenant</source>
        <translation>Über diesen Mandanten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>TenantForm</name>
    <message>
        <source>&amp;Cloud</source>
        <translation>&amp;Cloud</translation>
    </message>
    <message>
        <source>Cloud &amp;file</source>
        <translation>Cloud&amp;datei</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>A&amp;uswählen…</translation>
    </message>
    <message>
        <source>Choose the cloud file</source>
        <translation>Clouddatei auswählen</translation>
    </message>
    <message>
        <source>&amp;Directory (tenant) ID</source>
        <translation>&amp;Verzeichnis-ID (Mandanten-ID)</translation>
    </message>
    <message>
        <source>A&amp;pplication (client) ID</source>
        <translation>A&amp;nwendungs-ID (Client-ID)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What to call it here; empty: the directory</source>
        <translation>Wie er hier heißen soll; leer: wie das Verzeichnis</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>&amp;Demo tenant</source>
        <translation>&amp;Demomandant</translation>
    </message>
    <message>
        <source>&amp;Add a tenant…</source>
        <translation>Mandanten &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Try the &amp;demo tenant</source>
        <translation>Den &amp;Demomandanten ausprobieren</translation>
    </message>
    <message>
        <source>A made-up organisation with its own incidents, on this machine. It needs no account and no network, and nothing of it stays.</source>
        <translation>Eine erfundene Organisation mit eigenen Vorfällen, auf diesem Rechner. Sie braucht weder Konto noch Netz, und nichts davon bleibt zurück.</translation>
    </message>
    <message>
        <source>&amp;Add a tenant…</source>
        <translation>Mandanten &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Your own organisation. You need its directory ID and the ID of the app registration that was made for Casemate.</source>
        <translation>Ihre eigene Organisation. Sie brauchen deren Verzeichnis-ID und die ID der App-Registrierung, die für Casemate angelegt wurde.</translation>
    </message>
</context>
<context>
    <name>app::FileOpener</name>
    <message numerus="yes">
        <source>%n more items were left out.</source>
        <translation>
            <numerusform>%n weiteres Element wurde ausgelassen.</numerusform>
            <numerusform>%n weitere Elemente wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>app::WindowRun</name>
    <message>
        <source>%1 opens in a window of its own. %2</source>
        <comment>name of the file, what was read</comment>
        <translation>%1 öffnet sich in einem eigenen Fenster. %2</translation>
    </message>
    <message>
        <source>%1 was read, but its window could not be started. Start Casemate again and choose it.</source>
        <translation>%1 wurde gelesen, aber das Fenster dafür ließ sich nicht starten. Starten Sie Casemate noch einmal, und wählen Sie es.</translation>
    </message>
    <message>
        <source>The case is in %1. It tells about people: keep it as you would keep the incident.</source>
        <translation>Der Fall ist in %1. Er sagt etwas über Menschen: Verwahren Sie ihn, wie Sie den Vorfall verwahren würden.</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Investigation</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweise</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentieren</translation>
    </message>
    <message>
        <source>The next try is at %1.</source>
        <translation>Der nächste Versuch ist um %1.</translation>
    </message>
    <message>
        <source>Stopped before sending, because the facts have changed.</source>
        <translation>Vor dem Senden angehalten, weil sich die Fakten geändert haben.</translation>
    </message>
    <message>
        <source>Confirm it again or cancel it.</source>
        <translation>Bestätigen Sie sie erneut, oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>To be carried out by a person.</source>
        <translation>Von einer Person auszuführen.</translation>
    </message>
    <message>
        <source>Sent, but not confirmed.</source>
        <translation>Gesendet, aber nicht bestätigt.</translation>
    </message>
    <message>
        <source>Sent, but not confirmed: %1.</source>
        <translation>Gesendet, aber nicht bestätigt: %1.</translation>
    </message>
    <message>
        <source>It is not known whether it arrived (%1); reads look for it.</source>
        <translation>Es ist nicht bekannt, ob es angekommen ist (%1); es wird nachgelesen.</translation>
    </message>
    <message>
        <source>The service has accepted it; reads look for its effect.</source>
        <translation>Der Dienst hat es angenommen; die Wirkung wird nachgelesen.</translation>
    </message>
    <message>
        <source>So far: %1.</source>
        <translation>Bisher: %1.</translation>
    </message>
    <message>
        <source>It is not known whether it arrived.</source>
        <translation>Es ist nicht bekannt, ob es angekommen ist.</translation>
    </message>
    <message>
        <source>It is not known whether it arrived: %1.</source>
        <translation>Es ist nicht bekannt, ob es angekommen ist: %1.</translation>
    </message>
    <message>
        <source>Closed by a person; no read has shown it.</source>
        <translation>Von einer Person abgeschlossen; nachgelesen wurde es nicht.</translation>
    </message>
    <message>
        <source>Closed by a person, no read has shown it: %1</source>
        <translation>Von einer Person abgeschlossen, nachgelesen wurde es nicht: %1</translation>
    </message>
    <message>
        <source>Confirmed: %1.</source>
        <translation>Bestätigt: %1.</translation>
    </message>
    <message>
        <source>Confirmed: it was so already.</source>
        <translation>Bestätigt: Es war bereits so.</translation>
    </message>
    <message>
        <source>Confirmed: the comment is on the incident. The item stays open in the portal until it expires there.</source>
        <translation>Bestätigt: Der Kommentar steht beim Vorfall. Das Element bleibt im Portal offen, bis es dort abläuft.</translation>
    </message>
    <message>
        <source>Noted here.</source>
        <translation>Hier vermerkt.</translation>
    </message>
    <message>
        <source>Confirmed by a later read.</source>
        <translation>Durch späteres Nachlesen bestätigt.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Mark as handled</source>
        <translation>Als erledigt markieren</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>Tag entfernen</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>Klassifizieren</translation>
    </message>
    <message>
        <source>Set the status</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Accepted, not confirmed</source>
        <translation>Angenommen, nicht bestätigt</translation>
    </message>
    <message>
        <source>Being confirmed</source>
        <translation>Wird bestätigt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Braucht eine Person</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>Fakten geändert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Change by Microsoft Graph</source>
        <translation>Änderung über Microsoft Graph</translation>
    </message>
    <message>
        <source>Mail remediation with the application credential</source>
        <translation>E-Mail-Behebung mit den Anwendungsanmeldeinformationen</translation>
    </message>
    <message>
        <source>By a person in the portal, confirmed here</source>
        <translation>Von einer Person im Portal, hier bestätigt</translation>
    </message>
    <message>
        <source>Note on this machine</source>
        <translation>Vermerk auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done: how many mails</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Assign to nobody</source>
        <translation>Niemandem zuweisen</translation>
    </message>
    <message>
        <source>Assign to %1</source>
        <translation>%1 zuweisen</translation>
    </message>
    <message>
        <source>Add the tag &quot;%1&quot;</source>
        <translation>Tag „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Remove the tag &quot;%1&quot;</source>
        <translation>Tag „%1“ entfernen</translation>
    </message>
    <message>
        <source>Classify as %1</source>
        <translation>Als %1 klassifizieren</translation>
    </message>
    <message>
        <source>Set the status to %1</source>
        <translation>Status auf %1 setzen</translation>
    </message>
    <message>
        <source>Resolve as %1</source>
        <translation>Als %1 lösen</translation>
    </message>
    <message>
        <source>Held until %1; until then it can be undone.</source>
        <translation>Zurückgehalten bis %1; bis dahin rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Waits to be sent: %1.</source>
        <translation>Wartet auf das Senden: %1.</translation>
    </message>
    <message>
        <source>Waits to be sent.</source>
        <translation>Wartet auf das Senden.</translation>
    </message>
    <message>
        <source>The facts are read once more before it is sent.</source>
        <translation>Vor dem Senden werden die Fakten noch einmal gelesen.</translation>
    </message>
    <message>
        <source>It is being sent and cannot be taken back any more.</source>
        <translation>Es wird gerade gesendet und lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <source>The service has accepted it; a later read has to confirm it.</source>
        <translation>Der Dienst hat es angenommen; späteres Nachlesen muss es bestätigen.</translation>
    </message>
    <message>
        <source>Not done: %1.</source>
        <translation>Nicht ausgeführt: %1.</translation>
    </message>
    <message>
        <source>Not done.</source>
        <translation>Nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Vor dem Senden verworfen.</translation>
    </message>
    <message>
        <source>Its time was over before it could be sent; decide anew if it is still wanted.</source>
        <translation>Die Zeit war um, bevor es gesendet werden konnte; entscheiden Sie neu, falls es noch gewünscht ist.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <translation>Beantwortet: %1</translation>
    </message>
    <message>
        <source>Personal values erased</source>
        <translation>Personenbezogene Werte gelöscht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a state: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a symbolic link is in the way</source>
        <translation>eine symbolische Verknüpfung ist im Weg</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>es gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>others may write to it</source>
        <translation>andere dürfen hineinschreiben</translation>
    </message>
    <message>
        <source>it is no folder</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>it lies on a network drive, where databases are not safe</source>
        <translation>es liegt auf einem Netzlaufwerk, wo Datenbanken nicht sicher sind</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>es lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Microsoft knows no such tenant</source>
        <translation>Microsoft kennt keinen solchen Mandanten</translation>
    </message>
    <message>
        <source>the application is not known in this tenant</source>
        <translation>die Anwendung ist in diesem Mandanten nicht bekannt</translation>
    </message>
    <message>
        <source>an administrator has not consented to the application</source>
        <translation>ein Administrator hat der Anwendung nicht zugestimmt</translation>
    </message>
    <message>
        <source>it was declined in the browser</source>
        <translation>es wurde im Browser abgelehnt</translation>
    </message>
    <message>
        <source>a rule of the organisation blocks it</source>
        <translation>eine Regel der Organisation verhindert es</translation>
    </message>
    <message>
        <source>Microsoft refused the sign-in</source>
        <translation>Microsoft hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the secure connection cannot be trusted</source>
        <translation>der sicheren Verbindung ist nicht zu trauen</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>es kam rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>the address is none of this cloud&apos;s</source>
        <translation>die Adresse gehört nicht zu dieser Cloud</translation>
    </message>
    <message>
        <source>the answer did not come from Microsoft Graph</source>
        <translation>die Antwort kam nicht von Microsoft Graph</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>niemand ist angemeldet</translation>
    </message>
    <message>
        <source>this account does not have the permission</source>
        <translation>dieses Konto hat die Berechtigung nicht</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>es existiert nicht</translation>
    </message>
    <message>
        <source>the service asks us to wait</source>
        <translation>der Dienst bittet zu warten</translation>
    </message>
    <message>
        <source>the service refuses the request</source>
        <translation>der Dienst lehnt die Anfrage ab</translation>
    </message>
    <message>
        <source>the service has a fault</source>
        <translation>der Dienst hat eine Störung</translation>
    </message>
    <message>
        <source>another Casemate works with this tenant</source>
        <translation>ein anderes Casemate arbeitet mit diesem Mandanten</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the stored data is damaged</source>
        <translation>die gespeicherten Daten sind beschädigt</translation>
    </message>
    <message>
        <source>a newer Casemate has written it</source>
        <translation>ein neueres Casemate hat sie geschrieben</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>the facts have changed since the decision</source>
        <translation>die Fakten haben sich seit der Entscheidung geändert</translation>
    </message>
    <message>
        <source>it was not written as it must be</source>
        <translation>es wurde nicht so geschrieben, wie es sein muss</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>es wurde abgebrochen</translation>
    </message>
    <message>
        <source>only a part of it was answered</source>
        <translation>nur ein Teil davon wurde beantwortet</translation>
    </message>
    <message>
        <source>a rule forbids it</source>
        <translation>eine Regel verbietet es</translation>
    </message>
    <message>
        <source>a rule forbids it (%1)</source>
        <translation>eine Regel verbietet es (%1)</translation>
    </message>
    <message>
        <source>Check the network and the addresses of the cloud, then try again.</source>
        <translation>Prüfen Sie das Netz und die Adressen der Cloud, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the clock of this machine and who stands between it and Microsoft.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners und wer zwischen ihm und Microsoft steht.</translation>
    </message>
    <message>
        <source>Nothing was sent; tell your administrator.</source>
        <translation>Es wurde nichts gesendet; informieren Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Check whether a sign-in page of the network or a proxy answers instead.</source>
        <translation>Prüfen Sie, ob stattdessen eine Anmeldeseite des Netzes oder ein Proxy antwortet.</translation>
    </message>
    <message>
        <source>Ask for less at a time, or tell your administrator.</source>
        <translation>Fragen Sie weniger auf einmal ab, oder informieren Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>Melden Sie sich an.</translation>
    </message>
    <message>
        <source>Check the tenant and the application id, or ask your administrator.</source>
        <translation>Prüfen Sie den Mandanten und die Anwendungs-ID, oder fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Ask an administrator for the role Security Reader or Security Operator.</source>
        <translation>Bitten Sie einen Administrator um die Rolle „Sicherheitsleseberechtigter“ oder „Sicherheitsoperator“.</translation>
    </message>
    <message>
        <source>Synchronise, then look again.</source>
        <translation>Synchronisieren Sie, und sehen Sie dann erneut nach.</translation>
    </message>
    <message>
        <source>Try again in 1 second.</source>
        <translation>Versuchen Sie es in 1 Sekunde erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln seconds.</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Sekunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>Synchronise and try again; if it stays, report it.</source>
        <translation>Synchronisieren Sie, und versuchen Sie es erneut; bleibt es dabei, melden Sie es.</translation>
    </message>
    <message>
        <source>Synchronise and try again; if it stays, report it with request id %1.</source>
        <translation>Synchronisieren Sie, und versuchen Sie es erneut; bleibt es dabei, melden Sie es mit der Anforderungs-ID %1.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Try again later; Microsoft&apos;s support finds it by request id %1.</source>
        <translation>Versuchen Sie es später erneut; der Support von Microsoft findet es unter der Anforderungs-ID %1.</translation>
    </message>
    <message>
        <source>Use that one, or end it first.</source>
        <translation>Verwenden Sie jenes, oder beenden Sie es zuerst.</translation>
    </message>
    <message>
        <source>Make room on the disk; nothing was lost.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger; es ging nichts verloren.</translation>
    </message>
    <message>
        <source>Check the disk, then start again; nothing is sent until it works.</source>
        <translation>Prüfen Sie den Datenträger, und starten Sie dann neu; bis er funktioniert, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Correct the owner and the access rights of the data folder, then start again.</source>
        <translation>Berichtigen Sie Besitzer und Zugriffsrechte des Datenordners, und starten Sie dann neu.</translation>
    </message>
    <message>
        <source>Keep a copy of the data folder, then start again; a damaged cache is rebuilt.</source>
        <translation>Bewahren Sie eine Kopie des Datenordners auf, und starten Sie dann neu; ein beschädigter Cache wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Update Casemate; until then the data can only be read.</source>
        <translation>Aktualisieren Sie Casemate; bis dahin lassen sich die Daten nur lesen.</translation>
    </message>
    <message>
        <source>Unlock the keychain; until then the sign-in ends with the program.</source>
        <translation>Entsperren Sie den Schlüsselbund; bis dahin endet die Anmeldung mit dem Programm.</translation>
    </message>
    <message>
        <source>Look at what changed, then confirm or cancel.</source>
        <translation>Sehen Sie sich an, was sich geändert hat, und bestätigen oder verwerfen Sie dann.</translation>
    </message>
    <message>
        <source>See &quot;casemate --help&quot;.</source>
        <translation>Siehe „casemate --help“.</translation>
    </message>
    <message>
        <source>Synchronise again to fill the gap.</source>
        <translation>Synchronisieren Sie erneut, um die Lücke zu schließen.</translation>
    </message>
    <message>
        <source>It did not work: %1.</source>
        <translation>Es hat nicht funktioniert: %1.</translation>
    </message>
    <message>
        <source>Could not %1: %2.</source>
        <comment>%1 is what was tried, %2 why it failed</comment>
        <translation>Nicht gelungen ist: %1. Grund: %2.</translation>
    </message>
    <message>
        <source>It may have taken effect all the same.</source>
        <translation>Es kann trotzdem gewirkt haben.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;; fields are %2.</source>
        <translation>Ein Feld „%1“ gibt es nicht; die Felder sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for this field.</source>
        <translation>„%1“ ist kein Wert für dieses Feld.</translation>
    </message>
    <message>
        <source>This field cannot be compared with &lt; or &gt;; write the value alone.</source>
        <translation>Dieses Feld lässt sich nicht mit &lt; oder &gt; vergleichen; schreiben Sie nur den Wert.</translation>
    </message>
    <message>
        <source>A value is missing behind &quot;%1&quot;.</source>
        <translation>Hinter „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>A parenthesis is opened and not closed.</source>
        <translation>Eine Klammer wird geöffnet und nicht geschlossen.</translation>
    </message>
    <message>
        <source>A parenthesis is not expected here.</source>
        <translation>Hier wird keine Klammer erwartet.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and not closed.</source>
        <translation>Ein Anführungszeichen wird geöffnet und nicht geschlossen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here; put it in quotation marks to search for the word.</source>
        <translation>„%1“ wird hier nicht erwartet; setzen Sie es in Anführungszeichen, um nach dem Wort zu suchen.</translation>
    </message>
    <message>
        <source>The filter ends too early; something is missing behind and, or, not.</source>
        <translation>Der Filter endet zu früh; hinter and, or, not fehlt etwas.</translation>
    </message>
    <message>
        <source>The filter is nested too deeply.</source>
        <translation>Der Filter ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Remediation</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Recommended (inferred)</source>
        <translation>Empfohlen (abgeleitet)</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Mail cluster</source>
        <translation>E-Mail-Cluster</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Mailbox setting</source>
        <translation>Postfacheinstellung</translation>
    </message>
    <message>
        <source>Reported mail</source>
        <translation>Gemeldete E-Mail</translation>
    </message>
    <message>
        <source>Teams message</source>
        <translation>Teams-Nachricht</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Security group</source>
        <translation>Sicherheitsgruppe</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File hash</source>
        <translation>Dateihash</translation>
    </message>
    <message>
        <source>Malware</source>
        <translation>Schadsoftware</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Registry key</source>
        <translation>Registrierungsschlüssel</translation>
    </message>
    <message>
        <source>Registry value</source>
        <translation>Registrierungswert</translation>
    </message>
    <message>
        <source>OAuth application</source>
        <translation>OAuth-Anwendung</translation>
    </message>
    <message>
        <source>Cloud application</source>
        <translation>Cloudanwendung</translation>
    </message>
    <message>
        <source>Service principal</source>
        <translation>Dienstprinzipal</translation>
    </message>
    <message>
        <source>Azure resource</source>
        <translation>Azure-Ressource</translation>
    </message>
    <message>
        <source>Cloud sign-in</source>
        <translation>Cloudanmeldung</translation>
    </message>
    <message>
        <source>Sign-in on a device</source>
        <translation>Anmeldung an einem Gerät</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>The mail carries malware.</source>
        <translation>Die E-Mail enthält Schadsoftware.</translation>
    </message>
    <message>
        <source>The mail is phishing with high confidence.</source>
        <translation>Die E-Mail ist mit hoher Sicherheit Phishing.</translation>
    </message>
    <message>
        <source>The mail is malicious, and so is a URL that belongs to it.</source>
        <translation>Die E-Mail ist bösartig, und eine zugehörige URL ist es auch.</translation>
    </message>
    <message>
        <source>The mail is malicious, and so is a file that belongs to it.</source>
        <translation>Die E-Mail ist bösartig, und eine zugehörige Datei ist es auch.</translation>
    </message>
    <message>
        <source>Nothing is recommended: only mail can be acted upon from here.</source>
        <translation>Nichts wird empfohlen: Von hier aus lässt sich nur mit E-Mails etwas tun.</translation>
    </message>
    <message>
        <source>Nothing is recommended: the investigation found no threat in it.</source>
        <translation>Nichts wird empfohlen: Die Untersuchung hat keine Bedrohung darin gefunden.</translation>
    </message>
    <message>
        <source>Nothing is recommended: spam and ordinary phishing do not call for a removal by themselves.</source>
        <translation>Nichts wird empfohlen: Spam und gewöhnliches Phishing verlangen für sich genommen keine Entfernung.</translation>
    </message>
    <message>
        <source>Nothing is recommended: no malware, no high-confidence phishing, no malicious URL or file is known in it.</source>
        <translation>Nichts wird empfohlen: Weder Schadsoftware noch sicheres Phishing noch eine bösartige URL oder Datei ist darin bekannt.</translation>
    </message>
    <message>
        <source>Nothing is recommended.</source>
        <translation>Nichts wird empfohlen.</translation>
    </message>
    <message>
        <source>%1 (inferred)</source>
        <translation>%1 (abgeleitet)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>1 mail</source>
        <translation>1 E-Mail</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mails</source>
        <translation>
            <numerusform>%Ln E-Mail</numerusform>
            <numerusform>%Ln E-Mails</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to inbox</source>
        <translation>In den Posteingang verschieben</translation>
    </message>
    <message>
        <source>Move to junk</source>
        <translation>In Junk-E-Mail verschieben</translation>
    </message>
    <message>
        <source>Move to deleted items</source>
        <translation>In „Gelöschte Elemente“ verschieben</translation>
    </message>
    <message>
        <source>Soft delete</source>
        <translation>Vorläufig löschen</translation>
    </message>
    <message>
        <source>Hard delete</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Unknown action</source>
        <translation>Unbekannte Aktion</translation>
    </message>
    <message>
        <source>The mail goes to the inbox, where its reader finds it.</source>
        <translation>Die E-Mail kommt in den Posteingang, wo der Empfänger sie findet.</translation>
    </message>
    <message>
        <source>The mail goes to the junk folder; its reader can take it back.</source>
        <translation>Die E-Mail kommt in den Ordner „Junk-E-Mail“; der Empfänger kann sie zurückholen.</translation>
    </message>
    <message>
        <source>The mail goes to the deleted items; its reader can take it back.</source>
        <translation>Die E-Mail kommt in „Gelöschte Elemente“; der Empfänger kann sie zurückholen.</translation>
    </message>
    <message>
        <source>The mail goes to the recoverable items; it can be moved back to the inbox from here while it is kept there.</source>
        <translation>Die E-Mail kommt in die wiederherstellbaren Elemente; solange sie dort aufbewahrt wird, lässt sie sich von hier aus in den Posteingang zurückverschieben.</translation>
    </message>
    <message>
        <source>The mail is deleted with its calendar entry; only an administrator may be able to recover it.</source>
        <translation>Die E-Mail wird mit ihrem Kalendereintrag gelöscht; nur ein Administrator kann sie vielleicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Inbox rule</source>
        <translation>Posteingangsregel</translation>
    </message>
    <message>
        <source>Forwarding of mail</source>
        <translation>Weiterleitung von E-Mails</translation>
    </message>
    <message>
        <source>Delegation of a mailbox</source>
        <translation>Delegierung eines Postfachs</translation>
    </message>
    <message>
        <source>Other entity</source>
        <translation>Andere Entität</translation>
    </message>
    <message>
        <source>Latest location of the mail</source>
        <translation>Aktueller Speicherort der E-Mail</translation>
    </message>
    <message>
        <source>Latest location of the mail to %1</source>
        <translation>Aktueller Speicherort der E-Mail an %1</translation>
    </message>
    <message>
        <source>Status of the incident</source>
        <translation>Status des Vorfalls</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Determination</source>
        <translation>Bestimmung</translation>
    </message>
    <message>
        <source>Last change of the incident</source>
        <translation>Letzte Änderung des Vorfalls</translation>
    </message>
    <message>
        <source>Merged into incident</source>
        <translation>Zusammengeführt mit Vorfall</translation>
    </message>
    <message>
        <source>Status of the pending action</source>
        <translation>Status der ausstehenden Aktion</translation>
    </message>
    <message>
        <source>Mails that it covers</source>
        <translation>Betroffene E-Mails</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not merged</source>
        <translation>nicht zusammengeführt</translation>
    </message>
    <message>
        <source>no longer waits</source>
        <translation>wartet nicht mehr</translation>
    </message>
    <message>
        <source>%1: changed, though still %2.</source>
        <translation>%1: geändert, aber weiterhin %2.</translation>
    </message>
    <message>
        <source>%1: was %2, is now %3.</source>
        <translation>%1: war %2, ist jetzt %3.</translation>
    </message>
    <message>
        <source>from hunting</source>
        <translation>aus dem Hunting</translation>
    </message>
    <message>
        <source>from the mail itself</source>
        <translation>aus der E-Mail selbst</translation>
    </message>
    <message>
        <source>from Microsoft Graph</source>
        <translation>von Microsoft Graph</translation>
    </message>
    <message>
        <source>read before sending</source>
        <translation>vor dem Senden gelesen</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>where from, how old</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Casemate closes it when it next opens the tenant. To do it now: chmod go-rwx &quot;%1&quot;</source>
        <translation>Casemate schließt ihn, wenn es den Mandanten das nächste Mal öffnet. Wenn es gleich sein soll: chmod go-rwx &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Give yourself the right to write: chmod u+rwX &quot;%1&quot;</source>
        <translation>Geben Sie sich das Schreibrecht: chmod u+rwX &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Make yourself the owner of the data folder, or name another one with --data-dir.</source>
        <translation>Machen Sie sich zum Besitzer des Datenordners, oder nennen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>Find out who put it there, move it away, and check again.</source>
        <translation>Finden Sie heraus, wer es dort abgelegt hat, räumen Sie es weg, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Correct the owner and the access rights of the data folder, or name another one with --data-dir.</source>
        <translation>Berichtigen Sie Besitzer und Zugriffsrechte des Datenordners, oder nennen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>Name a folder on a local disk with --data-dir, or set XDG_DATA_HOME to one.</source>
        <translation>Nennen Sie mit --data-dir einen Ordner auf einem lokalen Datenträger, oder setzen Sie XDG_DATA_HOME auf einen solchen.</translation>
    </message>
    <message>
        <source>Make room on the disk; until then nothing can be synchronised or decided.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger; bis dahin lässt sich nichts synchronisieren oder entscheiden.</translation>
    </message>
    <message>
        <source>Make room on the disk before it is full.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, bevor er voll ist.</translation>
    </message>
    <message>
        <source>Start the window: a damaged cache is put aside and built again from the service.</source>
        <translation>Starten Sie das Fenster: Ein beschädigter Cache wird beiseitegelegt und vom Dienst her neu aufgebaut.</translation>
    </message>
    <message>
        <source>Keep a copy of the data folder and restore the file from a backup; Casemate never repairs it by itself.</source>
        <translation>Bewahren Sie eine Kopie des Datenordners auf, und stellen Sie die Datei aus einer Sicherung wieder her; Casemate repariert sie nie von selbst.</translation>
    </message>
    <message>
        <source>Nothing: it is brought up to date when the tenant is next opened.</source>
        <translation>Nichts: Sie wird auf den neuesten Stand gebracht, wenn der Mandant das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>Update Casemate.</source>
        <translation>Aktualisieren Sie Casemate.</translation>
    </message>
    <message>
        <source>Install SQLite 3.38 or newer as your distribution packages it.</source>
        <translation>Installieren Sie SQLite 3.38 oder neuer aus den Paketen Ihrer Distribution.</translation>
    </message>
    <message>
        <source>Connect to the network and check again. Until then the cache can be read, and decisions wait in the outbox.</source>
        <translation>Stellen Sie die Netzverbindung her, und prüfen Sie erneut. Bis dahin lässt sich der Cache lesen, und Entscheidungen warten im Postausgang.</translation>
    </message>
    <message>
        <source>Check the network, the name server and the addresses of the tenant&apos;s cloud (casemate tenant list).</source>
        <translation>Prüfen Sie das Netz, den Namensserver und die Adressen der Cloud des Mandanten (casemate tenant list).</translation>
    </message>
    <message>
        <source>Check whether a firewall or a proxy stands in the way, and whether the address is right (casemate tenant list). A demo tenant must be running.</source>
        <translation>Prüfen Sie, ob eine Firewall oder ein Proxy im Weg steht und ob die Adresse stimmt (casemate tenant list). Ein Demomandant muss laufen.</translation>
    </message>
    <message>
        <source>Check whether a proxy or a firewall stands in the way; it must let TLS 1.2 or 1.3 pass.</source>
        <translation>Prüfen Sie, ob ein Proxy oder eine Firewall im Weg steht; TLS 1.2 oder 1.3 muss durchgelassen werden.</translation>
    </message>
    <message>
        <source>Check the clock of this machine. If the organisation reads along, its certificate authority has to be installed in the system&apos;s store; ask your administrator.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners. Wenn die Organisation mitliest, muss ihre Zertifizierungsstelle im Speicher des Systems installiert sein; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Ask your administrator whether this is known. If it is not, do not sign in on this network.</source>
        <translation>Fragen Sie Ihren Administrator, ob das bekannt ist. Wenn nicht, melden Sie sich in diesem Netz nicht an.</translation>
    </message>
    <message>
        <source>Do not use this tenant; ask your administrator for its addresses.</source>
        <translation>Verwenden Sie diesen Mandanten nicht; fragen Sie Ihren Administrator nach seinen Adressen.</translation>
    </message>
    <message>
        <source>Nothing on this machine; if it is not renewed in time, sign-in and synchronisation fail.</source>
        <translation>Auf diesem Rechner nichts; wird es nicht rechtzeitig erneuert, scheitern Anmeldung und Synchronisierung.</translation>
    </message>
    <message>
        <source>Let the system set its clock from the network (timedatectl set-ntp true); a sign-in fails when it is wrong by more than five minutes.</source>
        <translation>Lassen Sie das System seine Uhr aus dem Netz stellen (timedatectl set-ntp true); geht sie um mehr als fünf Minuten falsch, scheitert die Anmeldung.</translation>
    </message>
    <message>
        <source>Compare the clock of this machine with another one.</source>
        <translation>Vergleichen Sie die Uhr dieses Rechners mit einer anderen.</translation>
    </message>
    <message>
        <source>Install OpenSSL 3 as your distribution packages it.</source>
        <translation>Installieren Sie OpenSSL 3 aus den Paketen Ihrer Distribution.</translation>
    </message>
    <message>
        <source>Install the OpenSSL that belongs to your Qt.</source>
        <translation>Installieren Sie das OpenSSL, das zu Ihrem Qt gehört.</translation>
    </message>
    <message>
        <source>Add one in the window or with casemate tenant add, or try the demo tenant: casemate --demo</source>
        <translation>Fügen Sie im Fenster oder mit „casemate tenant add“ einen hinzu, oder probieren Sie den Demomandanten aus: casemate --demo</translation>
    </message>
    <message>
        <source>Sign in, in the window or with casemate signin.</source>
        <translation>Melden Sie sich im Fenster oder mit „casemate signin“ an.</translation>
    </message>
    <message>
        <source>Put the keychain right first; in the window of this tenant the diagnostics know its session all the same.</source>
        <translation>Bringen Sie zuerst den Schlüsselbund in Ordnung; im Fenster dieses Mandanten kennt die Diagnose dessen Sitzung trotzdem.</translation>
    </message>
    <message>
        <source>Nothing, if that is what your organisation wants. Otherwise an administrator grants an application the role %1, and you store its credential with casemate tenant credential.</source>
        <translation>Nichts, wenn Ihre Organisation es so will. Andernfalls erteilt ein Administrator einer Anwendung die Rolle %1, und Sie hinterlegen ihre Anmeldeinformationen mit „casemate tenant credential“.</translation>
    </message>
    <message>
        <source>An administrator of the tenant (Cloud Application Administrator or above) adds the delegated permission %1 of Microsoft Graph to the app registration and grants consent; then sign out and in again.</source>
        <translation>Ein Administrator des Mandanten (mindestens Cloudanwendungsadministrator) fügt der App-Registrierung die delegierte Berechtigung %1 von Microsoft Graph hinzu und stimmt zu; melden Sie sich dann ab und wieder an.</translation>
    </message>
    <message>
        <source>Put the keychain right; then a sign-in outlives the program.</source>
        <translation>Bringen Sie den Schlüsselbund in Ordnung; dann überdauert eine Anmeldung das Programm.</translation>
    </message>
    <message>
        <source>Look for a window that asks for the keychain&apos;s password, unlock it, and check again.</source>
        <translation>Suchen Sie ein Fenster, das nach dem Kennwort des Schlüsselbunds fragt, entsperren Sie ihn, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Install and unlock a keychain: gnome-keyring, KWallet, or KeePassXC with its Secret Service. It needs a desktop session with a message bus.</source>
        <translation>Installieren und entsperren Sie einen Schlüsselbund: gnome-keyring, KWallet oder KeePassXC mit seinem Secret Service. Er braucht eine Desktopsitzung mit einem Nachrichtenbus.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <translation>Prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Check again; if it stays, something is wrong with what was asked: a disk, the keychain or the network.</source>
        <translation>Prüfen Sie erneut; bleibt es dabei, stimmt mit dem Befragten etwas nicht: mit einem Datenträger, dem Schlüsselbund oder dem Netz.</translation>
    </message>
    <message>
        <source>Set a locale with UTF-8, as in LC_ALL=C.UTF-8.</source>
        <translation>Stellen Sie ein Gebietsschema mit UTF-8 ein, etwa LC_ALL=C.UTF-8.</translation>
    </message>
    <message>
        <source>Install Casemate and Qt from the same source.</source>
        <translation>Installieren Sie Casemate und Qt aus derselben Quelle.</translation>
    </message>
    <message>
        <source>Correct it on the settings page, or in the file.</source>
        <translation>Berichtigen Sie ihn auf der Einstellungsseite oder in der Datei.</translation>
    </message>
    <message>
        <source>Casemate diagnostics, %1</source>
        <translation>Casemate-Diagnose, %1</translation>
    </message>
    <message>
        <source>  [%1] %2: %3</source>
        <comment>works or not, what was looked at, what was found</comment>
        <translation>  [%1] %2: %3</translation>
    </message>
    <message>
        <source>      To do: %1</source>
        <translation>      Zu tun: %1</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>what was looked at, works or not, what was found</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 To do: %4</source>
        <comment>what was looked at, works or not, what was found, the remedy</comment>
        <translation>%1, %2: %3 Zu tun: %4</translation>
    </message>
    <message>
        <source>Casemate</source>
        <translation>Casemate</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Language and time zone</source>
        <translation>Sprache und Zeitzone</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Setting %1</source>
        <translation>Einstellung %1</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>Features of SQLite</source>
        <translation>Fähigkeiten von SQLite</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>Content of %1</source>
        <comment>a file</comment>
        <translation>Inhalt von %1</translation>
    </message>
    <message>
        <source>Who works with it</source>
        <translation>Wer damit arbeitet</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Memory of the kernel</source>
        <translation>Speicher des Kernels</translation>
    </message>
    <message>
        <source>TLS library</source>
        <translation>TLS-Bibliothek</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>Verbindung zu %1</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>Clock against %1</source>
        <translation>Uhr gegenüber %1</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Permission %1</source>
        <translation>Berechtigung %1</translation>
    </message>
    <message>
        <source>Mail actions</source>
        <translation>E-Mail-Aktionen</translation>
    </message>
    <message>
        <source>A demo tenant has a clock of its own.</source>
        <translation>Ein Demomandant hat eine eigene Uhr.</translation>
    </message>
    <message>
        <source>The answer did not tell the time.</source>
        <translation>Die Antwort nannte keine Zeit.</translation>
    </message>
    <message>
        <source>Both clocks agree to within a minute.</source>
        <translation>Beide Uhren stimmen auf eine Minute überein.</translation>
    </message>
    <message>
        <source>nobody who is named</source>
        <translation>niemandem, der genannt wird</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>unbekannte Zeit</translation>
    </message>
    <message>
        <source>Issued by %1, valid until %2. It cannot be trusted: %3</source>
        <translation>Ausgestellt von %1, gültig bis %2. Ihm ist nicht zu trauen: %3</translation>
    </message>
    <message>
        <source>Issued by %1, valid until %2. Microsoft&apos;s certificates come from another issuer, so somebody in between reads along; mostly that is the organisation&apos;s own proxy.</source>
        <translation>Ausgestellt von %1, gültig bis %2. Die Zertifikate von Microsoft kommen von einem anderen Aussteller, also liest jemand dazwischen mit; meist ist das der eigene Proxy der Organisation.</translation>
    </message>
    <message>
        <source>Issued by %1, valid until %2.</source>
        <translation>Ausgestellt von %1, gültig bis %2.</translation>
    </message>
    <message>
        <source>Granted: incidents can be read.</source>
        <translation>Erteilt: Vorfälle lassen sich lesen.</translation>
    </message>
    <message>
        <source>Not granted: no incidents can be synchronised.</source>
        <translation>Nicht erteilt: Vorfälle lassen sich nicht synchronisieren.</translation>
    </message>
    <message>
        <source>Granted: alerts and their evidence can be read.</source>
        <translation>Erteilt: Warnungen und ihre Beweise lassen sich lesen.</translation>
    </message>
    <message>
        <source>Not granted: neither alerts nor the actions that wait for a person can be synchronised.</source>
        <translation>Nicht erteilt: Weder Warnungen noch Aktionen, die auf eine Person warten, lassen sich synchronisieren.</translation>
    </message>
    <message>
        <source>Granted: incidents can be assigned, classified, tagged, commented and resolved.</source>
        <translation>Erteilt: Vorfälle lassen sich zuweisen, klassifizieren, mit Tags versehen, kommentieren und lösen.</translation>
    </message>
    <message>
        <source>Not granted: incidents can be read, but not assigned, classified, tagged, commented or resolved.</source>
        <translation>Nicht erteilt: Vorfälle lassen sich lesen, aber nicht zuweisen, klassifizieren, mit Tags versehen, kommentieren oder lösen.</translation>
    </message>
    <message>
        <source>Granted: where a mail lies now can be read before and after an action.</source>
        <translation>Erteilt: Wo eine E-Mail jetzt liegt, lässt sich vor und nach einer Aktion lesen.</translation>
    </message>
    <message>
        <source>Not granted: where a mail lies now cannot be read, so mail actions are neither checked before they are sent nor proved.</source>
        <translation>Nicht erteilt: Wo eine E-Mail jetzt liegt, lässt sich nicht lesen; E-Mail-Aktionen werden daher weder vor dem Senden geprüft noch nachgewiesen.</translation>
    </message>
    <message>
        <source>Granted.</source>
        <translation>Erteilt.</translation>
    </message>
    <message>
        <source>Not granted.</source>
        <translation>Nicht erteilt.</translation>
    </message>
    <message>
        <source>It was read from end to end and is whole.</source>
        <translation>Von Anfang bis Ende gelesen und unversehrt.</translation>
    </message>
    <message>
        <source>Version %1, %2, mode %3.</source>
        <comment>of the schema, size, access rights</comment>
        <translation>Version %1, %2, Modus %3.</translation>
    </message>
    <message>
        <source>Its name is not known here (%1).</source>
        <translation>Der Name ist hier nicht bekannt (%1).</translation>
    </message>
    <message>
        <source>There is no network at the moment.</source>
        <translation>Zurzeit gibt es kein Netz.</translation>
    </message>
    <message>
        <source>Nobody answers there (%1).</source>
        <translation>Dort antwortet niemand (%1).</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>The connection broke off (%1).</source>
        <translation>Die Verbindung ist abgebrochen (%1).</translation>
    </message>
    <message>
        <source>The secure connection cannot be trusted; nothing was sent.</source>
        <translation>Der sicheren Verbindung ist nicht zu trauen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It answers, in the clear, as a demo tenant on this machine may.</source>
        <translation>Antwortet unverschlüsselt, wie ein Demomandant auf diesem Rechner es darf.</translation>
    </message>
    <message>
        <source>It answers in the clear, where everybody can read along.</source>
        <translation>Antwortet unverschlüsselt, sodass alle mitlesen können.</translation>
    </message>
    <message>
        <source>It answers over %1, after %L2 ms.</source>
        <translation>Antwortet über %1, nach %L2 ms.</translation>
    </message>
    <message>
        <source>It refuses to keep anything: %1</source>
        <translation>Nimmt nichts zur Aufbewahrung an: %1</translation>
    </message>
    <message>
        <source>It took an entry and did not give it back.</source>
        <translation>Hat einen Eintrag genommen und nicht zurückgegeben.</translation>
    </message>
    <message>
        <source>It did not answer in time; it may be waiting for its password.</source>
        <translation>Hat nicht rechtzeitig geantwortet; vielleicht wird auf das Kennwort gewartet.</translation>
    </message>
    <message>
        <source>%1: an entry was written, read and removed again.</source>
        <translation>%1: Ein Eintrag wurde geschrieben, gelesen und wieder entfernt.</translation>
    </message>
    <message>
        <source>Nobody has signed in to this tenant on this machine yet.</source>
        <translation>Auf diesem Rechner hat sich noch niemand bei diesem Mandanten angemeldet.</translation>
    </message>
    <message>
        <source>No session is kept.</source>
        <translation>Es ist keine Sitzung gespeichert.</translation>
    </message>
    <message>
        <source>What the last sign-in left behind cannot be read from here (%1).</source>
        <translation>Was die letzte Anmeldung hinterlassen hat, lässt sich von hier aus nicht lesen (%1).</translation>
    </message>
    <message>
        <source>They are carried out in the portal and proved here, because there is no application credential.</source>
        <translation>Sie werden im Portal ausgeführt und hier nachgewiesen, weil es keine Anwendungsanmeldeinformationen gibt.</translation>
    </message>
    <message>
        <source>No tenant has been added yet.</source>
        <translation>Es wurde noch kein Mandant hinzugefügt.</translation>
    </message>
    <message>
        <source>They are carried out here, with the application credential.</source>
        <translation>Sie werden hier ausgeführt, mit den Anwendungsanmeldeinformationen.</translation>
    </message>
    <message>
        <source>A session is kept.</source>
        <translation>Eine Sitzung ist gespeichert.</translation>
    </message>
    <message>
        <source>Version %1 is running; Casemate was built with %2.</source>
        <translation>Version %1 läuft; Casemate wurde mit %2 gebaut.</translation>
    </message>
    <message>
        <source>Version %1 is too old.</source>
        <translation>Version %1 ist zu alt.</translation>
    </message>
    <message>
        <source>%1. File names and texts with letters other than English ones may be shown wrongly.</source>
        <translation>%1. Dateinamen und Texte mit anderen als englischen Buchstaben werden vielleicht falsch angezeigt.</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>Fehlt.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <source>Version %1.</source>
        <translation>Version %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not allowed (%2), so the default holds.</source>
        <translation>„%1“ ist nicht erlaubt (%2), daher gilt der Standardwert.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so the defaults hold.</source>
        <translation>%1 lässt sich nicht lesen, daher gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>There is none, so the defaults hold.</source>
        <translation>Es gibt keine, daher gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>%1 is a network drive, where databases are not safe.</source>
        <translation>%1 ist ein Netzlaufwerk, wo Datenbanken nicht sicher sind.</translation>
    </message>
    <message>
        <source>The system does not tell.</source>
        <translation>Das System gibt keine Auskunft.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>Only %1 are free.</source>
        <translation>Nur %1 sind frei.</translation>
    </message>
    <message>
        <source>Nobody works with this tenant at the moment.</source>
        <translation>Zurzeit arbeitet niemand mit diesem Mandanten.</translation>
    </message>
    <message>
        <source>Process %1 works with this tenant.</source>
        <translation>Der Prozess %1 arbeitet mit diesem Mandanten.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Account and permissions</source>
        <translation>Konto und Berechtigungen</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>what was looked at, and of which tenant</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It was not looked at, because the check was cancelled.</source>
        <translation>Wurde nicht angesehen, weil die Prüfung abgebrochen wurde.</translation>
    </message>
    <message>
        <source>It could not be looked at within the time that a check may take.</source>
        <translation>Konnte in der Zeit, die eine Prüfung dauern darf, nicht angesehen werden.</translation>
    </message>
    <message>
        <source>It is not available here, so a sign-in ends with the program.</source>
        <translation>Hier nicht verfügbar, eine Anmeldung endet daher mit dem Programm.</translation>
    </message>
    <message>
        <source>It takes the keychain&apos;s place: a sign-in lasts for as long as you are logged in, and for 12 hours at most.</source>
        <translation>Er ersetzt den Schlüsselbund: Eine Anmeldung hält, solange Sie am System angemeldet sind, höchstens aber 12 Stunden.</translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation>Es wurde kein Fehler gefunden.</translation>
    </message>
    <message>
        <source>Rejected the pending action on &quot;%1&quot;.</source>
        <comment>a comment for the other analysts</comment>
        <translation>Die ausstehende Aktion zu „%1“ wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anforderungs-ID</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Latest location</source>
        <translation>Aktueller Speicherort</translation>
    </message>
    <message>
        <source>Expires (inferred)</source>
        <translation>Läuft ab (abgeleitet)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>open alerts of all alerts</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>it is finished already</source>
        <translation>es ist bereits abgeschlossen</translation>
    </message>
    <message>
        <source>the data of this tenant can only be read</source>
        <translation>die Daten dieses Mandanten lassen sich nur lesen</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>it belongs to another account</source>
        <translation>es gehört zu einem anderen Konto</translation>
    </message>
    <message>
        <source>Sign in with the account that decided it.</source>
        <translation>Melden Sie sich mit dem Konto an, das es entschieden hat.</translation>
    </message>
    <message>
        <source>no such incident is known here</source>
        <translation>ein solcher Vorfall ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Check the number, or synchronise first.</source>
        <translation>Prüfen Sie die Nummer, oder synchronisieren Sie zuerst.</translation>
    </message>
    <message>
        <source>it cannot be carried out in this way</source>
        <translation>es lässt sich auf diese Weise nicht ausführen</translation>
    </message>
    <message>
        <source>this account may read incidents, but not change them</source>
        <translation>dieses Konto darf Vorfälle lesen, aber nicht ändern</translation>
    </message>
    <message>
        <source>Ask an administrator for the role Security Operator.</source>
        <translation>Bitten Sie einen Administrator um die Rolle „Sicherheitsoperator“.</translation>
    </message>
    <message>
        <source>there is no application credential for mail actions here</source>
        <translation>hier gibt es keine Anwendungsanmeldeinformationen für E-Mail-Aktionen</translation>
    </message>
    <message>
        <source>Carry it out in the portal, or add a credential with &quot;casemate tenant credential&quot;.</source>
        <translation>Führen Sie es im Portal aus, oder hinterlegen Sie Anmeldeinformationen mit „casemate tenant credential“.</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>die Zeit ist um</translation>
    </message>
    <message>
        <source>Look at it again and decide anew.</source>
        <translation>Sehen Sie es sich noch einmal an, und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for it</source>
        <translation>„%1“ ist kein Wert dafür</translation>
    </message>
    <message>
        <source>Choose one of the values that are offered.</source>
        <translation>Wählen Sie einen der angebotenen Werte.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no classification</source>
        <translation>„%1“ ist keine Klassifizierung</translation>
    </message>
    <message>
        <source>Write it like truePositive/phishing.</source>
        <translation>Schreiben Sie es wie truePositive/phishing.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not go with the classification</source>
        <translation>„%1“ passt nicht zur Klassifizierung</translation>
    </message>
    <message>
        <source>the comment is empty</source>
        <translation>der Kommentar ist leer</translation>
    </message>
    <message>
        <source>Write a comment.</source>
        <translation>Schreiben Sie einen Kommentar.</translation>
    </message>
    <message>
        <source>the comment is longer than the service takes</source>
        <translation>der Kommentar ist länger, als der Dienst annimmt</translation>
    </message>
    <message>
        <source>Shorten it to less than 3,000 characters.</source>
        <translation>Kürzen Sie ihn auf weniger als 3.000 Zeichen.</translation>
    </message>
    <message>
        <source>it names no pending action</source>
        <translation>es nennt keine ausstehende Aktion</translation>
    </message>
    <message>
        <source>Choose a pending action.</source>
        <translation>Wählen Sie eine ausstehende Aktion.</translation>
    </message>
    <message>
        <source>it is not about mail</source>
        <translation>es geht nicht um E-Mail</translation>
    </message>
    <message>
        <source>Carry it out in the portal, then mark it as handled.</source>
        <translation>Führen Sie es im Portal aus, und markieren Sie es dann als erledigt.</translation>
    </message>
    <message>
        <source>none of its mails is known by name</source>
        <translation>keine der E-Mails ist namentlich bekannt</translation>
    </message>
    <message>
        <source>%1 mails are more than one call takes</source>
        <translation>%1 E-Mails sind mehr, als ein Aufruf annimmt</translation>
    </message>
    <message>
        <source>Carry it out in the portal.</source>
        <translation>Führen Sie es im Portal aus.</translation>
    </message>
    <message>
        <source>the mailbox of one of its mails is not known</source>
        <translation>das Postfach einer der E-Mails ist nicht bekannt</translation>
    </message>
    <message>
        <source>Read the latest location, or carry it out in the portal.</source>
        <translation>Lesen Sie den aktuellen Speicherort, oder führen Sie es im Portal aus.</translation>
    </message>
    <message>
        <source>the mail is no longer in a mailbox (%1)</source>
        <translation>die E-Mail liegt nicht mehr in einem Postfach (%1)</translation>
    </message>
    <message>
        <source>Nothing is left to be moved; mark it as handled.</source>
        <translation>Es gibt nichts mehr zu verschieben; markieren Sie es als erledigt.</translation>
    </message>
    <message>
        <source>where the mail lies now is not known</source>
        <translation>wo die E-Mail jetzt liegt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Read the latest location, then decide again.</source>
        <translation>Lesen Sie den aktuellen Speicherort, und entscheiden Sie dann erneut.</translation>
    </message>
    <message>
        <source>it no longer waits for anybody</source>
        <translation>es wartet auf niemanden mehr</translation>
    </message>
    <message>
        <source>Somebody may have decided it elsewhere; look at the incident.</source>
        <translation>Vielleicht hat jemand anderswo entschieden; sehen Sie sich den Vorfall an.</translation>
    </message>
    <message>
        <source>nothing is recommended for it</source>
        <translation>dafür wird nichts empfohlen</translation>
    </message>
    <message>
        <source>Choose what is to be done with the mail.</source>
        <translation>Wählen Sie, was mit der E-Mail geschehen soll.</translation>
    </message>
    <message>
        <source>the service no longer has this incident</source>
        <translation>der Dienst hat diesen Vorfall nicht mehr</translation>
    </message>
    <message>
        <source>the incident was merged into incident %1</source>
        <translation>der Vorfall wurde mit Vorfall %1 zusammengeführt</translation>
    </message>
    <message>
        <source>Decide there.</source>
        <translation>Entscheiden Sie dort.</translation>
    </message>
    <message>
        <source>no decision is held any more</source>
        <translation>es wird keine Entscheidung mehr zurückgehalten</translation>
    </message>
    <message>
        <source>What is on its way can only be reversed by a new decision.</source>
        <translation>Was unterwegs ist, lässt sich nur durch eine neue Entscheidung umkehren.</translation>
    </message>
    <message>
        <source>it is on its way or finished already</source>
        <translation>es ist unterwegs oder bereits abgeschlossen</translation>
    </message>
    <message>
        <source>See the outbox for what becomes of it.</source>
        <translation>Der Postausgang zeigt, was daraus wird.</translation>
    </message>
    <message>
        <source>it has moved on in the meantime</source>
        <translation>es ist inzwischen weiter</translation>
    </message>
    <message>
        <source>See the outbox for where it stands.</source>
        <translation>Der Postausgang zeigt, wie es steht.</translation>
    </message>
    <message>
        <source>it was taken already</source>
        <translation>es wurde bereits entschieden</translation>
    </message>
    <message>
        <source>another decision about the same pending action is not finished</source>
        <translation>eine andere Entscheidung über dieselbe ausstehende Aktion ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>it was carried out before and proved, though it may still show as pending</source>
        <translation>es wurde früher ausgeführt und nachgewiesen, auch wenn es noch als ausstehend erscheinen kann</translation>
    </message>
    <message>
        <source>See the history of the incident.</source>
        <translation>Siehe den Verlauf des Vorfalls.</translation>
    </message>
    <message>
        <source>it was sent once, and such a thing is never sent twice</source>
        <translation>es wurde einmal gesendet, und so etwas wird nie zweimal gesendet</translation>
    </message>
    <message>
        <source>Look at what became of it, then decide anew.</source>
        <translation>Sehen Sie nach, was daraus wurde, und entscheiden Sie dann neu.</translation>
    </message>
    <message>
        <source>this attempt was recorded already</source>
        <translation>dieser Versuch wurde bereits aufgezeichnet</translation>
    </message>
    <message>
        <source>no such attempt was recorded</source>
        <translation>ein solcher Versuch wurde nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>the attempt is finished already</source>
        <translation>der Versuch ist bereits abgeschlossen</translation>
    </message>
    <message>
        <source>its facts have not been read again</source>
        <translation>die Fakten wurden nicht erneut gelesen</translation>
    </message>
    <message>
        <source>it is not being sent</source>
        <translation>es wird nicht gesendet</translation>
    </message>
    <message>
        <source>it is not finished</source>
        <translation>es ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>it relies on something that cannot be read again</source>
        <translation>es beruht auf etwas, das sich nicht erneut lesen lässt</translation>
    </message>
    <message>
        <source>Decide anew.</source>
        <translation>Entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>this cloud names no portal</source>
        <translation>diese Cloud nennt kein Portal</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a number of an incident</source>
        <translation>„%1“ kann keine Nummer eines Vorfalls sein</translation>
    </message>
    <message>
        <source>it is to be carried out in the portal</source>
        <translation>es ist im Portal auszuführen</translation>
    </message>
    <message>
        <source>Open the portal and do it there; a later read confirms it here.</source>
        <translation>Öffnen Sie das Portal, und erledigen Sie es dort; späteres Nachlesen bestätigt es hier.</translation>
    </message>
    <message>
        <source>a later read does not show it</source>
        <translation>späteres Nachlesen zeigt es nicht</translation>
    </message>
    <message>
        <source>Look at the incident or the portal, then close it here or decide anew.</source>
        <translation>Sehen Sie sich den Vorfall oder das Portal an, und schließen Sie es dann hier ab, oder entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>a later read shows something else: %1</source>
        <translation>späteres Nachlesen zeigt etwas anderes: %1</translation>
    </message>
    <message>
        <source>no read has shown it for a long time</source>
        <translation>seit Langem hat es kein Nachlesen gezeigt</translation>
    </message>
    <message>
        <source>the mail is where it was wanted; Casemate&apos;s own request got no answer, and an administrator&apos;s action is on record, so this was not necessarily Casemate</source>
        <translation>die E-Mail liegt, wo sie liegen sollte; die eigene Anfrage von Casemate bekam keine Antwort, und die Aktion eines Administrators ist verzeichnet, es muss also nicht Casemate gewesen sein</translation>
    </message>
    <message>
        <source>If it matters who did it, look into the portal&apos;s action center.</source>
        <translation>Wenn es darauf ankommt, wer es war, sehen Sie im Info-Center des Portals nach.</translation>
    </message>
    <message>
        <source>the mail is where it was wanted; Casemate&apos;s own request got no answer, and nobody&apos;s action is on record, so this was not necessarily Casemate</source>
        <translation>die E-Mail liegt, wo sie liegen sollte; die eigene Anfrage von Casemate bekam keine Antwort, und niemandes Aktion ist verzeichnet, es muss also nicht Casemate gewesen sein</translation>
    </message>
    <message>
        <source>the mail is where it was wanted, but the service&apos;s record shows that somebody else moved it, or a part of it</source>
        <translation>die E-Mail liegt, wo sie liegen sollte, aber das Protokoll des Dienstes zeigt, dass jemand anderes sie oder einen Teil davon verschoben hat</translation>
    </message>
    <message>
        <source>the program ended while it was being sent</source>
        <translation>das Programm endete, während es gesendet wurde</translation>
    </message>
    <message>
        <source>a person closed it</source>
        <translation>eine Person hat es abgeschlossen</translation>
    </message>
    <message>
        <source>its facts have been read</source>
        <translation>die Fakten wurden gelesen</translation>
    </message>
    <message>
        <source>its facts had become too old</source>
        <translation>die Fakten waren zu alt geworden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Nothing has been synchronised yet.</source>
        <translation>Es wurde noch nichts synchronisiert.</translation>
    </message>
    <message>
        <source>Data as of %1 (%2).</source>
        <translation>Daten von %1 (%2).</translation>
    </message>
    <message>
        <source>Synchronising: %L1 of %L2 items.</source>
        <translation>Synchronisierung: %L1 von %L2 Elementen.</translation>
    </message>
    <message>
        <source>Synchronising: 1 item.</source>
        <translation>Synchronisierung: 1 Element.</translation>
    </message>
    <message numerus="yes">
        <source>Synchronising: %Ln items.</source>
        <translation>
            <numerusform>Synchronisierung: %Ln Element.</numerusform>
            <numerusform>Synchronisierung: %Ln Elemente.</numerusform>
        </translation>
    </message>
    <message>
        <source>Incomplete: %1.</source>
        <translation>Unvollständig: %1.</translation>
    </message>
    <message>
        <source>1 item could not be read.</source>
        <translation>1 Element konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items could not be read.</source>
        <translation>
            <numerusform>%Ln Element konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Elemente konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last synchronisation failed.</source>
        <translation>Die letzte Synchronisierung ist gescheitert.</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Offline.</translation>
    </message>
    <message>
        <source>Sign in to synchronise.</source>
        <translation>Melden Sie sich an, um zu synchronisieren.</translation>
    </message>
    <message>
        <source>The service asks us to wait for 1 second.</source>
        <translation>Der Dienst bittet, 1 Sekunde zu warten.</translation>
    </message>
    <message numerus="yes">
        <source>The service asks us to wait for %Ln seconds.</source>
        <translation>
            <numerusform>Der Dienst bittet, %Ln Sekunde zu warten.</numerusform>
            <numerusform>Der Dienst bittet, %Ln Sekunden zu warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 calls in the last minute</source>
        <translation>%1 von %2 Aufrufen in der letzten Minute</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation>%1 ist abgemeldet.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Incidents cannot be read: the permission is missing.</source>
        <translation>Vorfälle lassen sich nicht lesen: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>Only reading is possible.</source>
        <translation>Es ist nur Lesen möglich.</translation>
    </message>
    <message>
        <source>Only reading is possible: %1.</source>
        <translation>Es ist nur Lesen möglich: %1.</translation>
    </message>
    <message>
        <source>Incidents cannot be changed: the permission is missing.</source>
        <translation>Vorfälle lassen sich nicht ändern: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>The sign-in ends with the program: the keychain does not answer.</source>
        <translation>Die Anmeldung endet mit dem Programm: Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Mail actions are carried out in the portal.</source>
        <translation>E-Mail-Aktionen werden im Portal ausgeführt.</translation>
    </message>
    <message>
        <source>The history is whole: 1 entry.</source>
        <translation>Der Verlauf ist unversehrt: 1 Eintrag.</translation>
    </message>
    <message numerus="yes">
        <source>The history is whole: %Ln entries.</source>
        <translation>
            <numerusform>Der Verlauf ist unversehrt: %Ln Eintrag.</numerusform>
            <numerusform>Der Verlauf ist unversehrt: %Ln Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history is damaged from entry %1 on (%2). Keep a copy of the data folder and tell your administrator.</source>
        <translation>Der Verlauf ist ab Eintrag %1 beschädigt (%2). Bewahren Sie eine Kopie des Datenordners auf, und informieren Sie Ihren Administrator.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%Ln d</numerusform>
            <numerusform>%Ln d</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>5 min ago</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>in 5 min</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>over</source>
        <comment>a time that has come</comment>
        <translation>um</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>weniger als 1 min</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>take a decision</source>
        <translation>eine Entscheidung treffen</translation>
    </message>
    <message>
        <source>read the command line</source>
        <translation>die Befehlszeile lesen</translation>
    </message>
    <message>
        <source>send a decision</source>
        <translation>eine Entscheidung senden</translation>
    </message>
    <message>
        <source>read the outbox</source>
        <translation>den Postausgang lesen</translation>
    </message>
    <message>
        <source>open the browser</source>
        <translation>den Browser öffnen</translation>
    </message>
    <message>
        <source>work with this tenant</source>
        <translation>mit diesem Mandanten arbeiten</translation>
    </message>
    <message>
        <source>remove the tenant</source>
        <translation>den Mandanten entfernen</translation>
    </message>
    <message>
        <source>remediate mails</source>
        <translation>E-Mails behandeln</translation>
    </message>
    <message>
        <source>read where the feed stands</source>
        <translation>lesen, wie weit der Abruf ist</translation>
    </message>
    <message>
        <source>read what waits for a person</source>
        <translation>lesen, was auf eine Person wartet</translation>
    </message>
    <message>
        <source>read the queue</source>
        <translation>die Warteschlange lesen</translation>
    </message>
    <message>
        <source>read the cloud file</source>
        <translation>die Clouddatei lesen</translation>
    </message>
    <message>
        <source>read a list to its end</source>
        <translation>eine Liste bis zum Ende lesen</translation>
    </message>
    <message>
        <source>read a decision</source>
        <translation>eine Entscheidung lesen</translation>
    </message>
    <message>
        <source>keep the list of tenants</source>
        <translation>die Liste der Mandanten speichern</translation>
    </message>
    <message>
        <source>check the schema</source>
        <translation>das Schema prüfen</translation>
    </message>
    <message>
        <source>change an incident</source>
        <translation>einen Vorfall ändern</translation>
    </message>
    <message>
        <source>cancel a decision</source>
        <translation>eine Entscheidung verwerfen</translation>
    </message>
    <message>
        <source>ask the keychain</source>
        <translation>den Schlüsselbund fragen</translation>
    </message>
    <message>
        <source>act as the application</source>
        <translation>als Anwendung handeln</translation>
    </message>
    <message>
        <source>verify the history</source>
        <translation>den Verlauf prüfen</translation>
    </message>
    <message>
        <source>use the session</source>
        <translation>die Sitzung verwenden</translation>
    </message>
    <message>
        <source>try the keychain</source>
        <translation>den Schlüsselbund erproben</translation>
    </message>
    <message>
        <source>store what was received</source>
        <translation>das Empfangene speichern</translation>
    </message>
    <message>
        <source>store the latest locations</source>
        <translation>die aktuellen Speicherorte speichern</translation>
    </message>
    <message>
        <source>start the demo tenant</source>
        <translation>den Demomandanten starten</translation>
    </message>
    <message>
        <source>sort incidents</source>
        <translation>Vorfälle sortieren</translation>
    </message>
    <message>
        <source>sign in to the demo tenant</source>
        <translation>beim Demomandanten anmelden</translation>
    </message>
    <message>
        <source>settle a decision</source>
        <translation>eine Entscheidung abschließen</translation>
    </message>
    <message>
        <source>save the settings</source>
        <translation>die Einstellungen speichern</translation>
    </message>
    <message>
        <source>save a draft</source>
        <translation>einen Entwurf speichern</translation>
    </message>
    <message>
        <source>salvage the damaged cache</source>
        <translation>den beschädigten Cache retten</translation>
    </message>
    <message>
        <source>run a hunting query</source>
        <translation>eine Hunting-Abfrage ausführen</translation>
    </message>
    <message>
        <source>remove a secret from the kernel&apos;s keyring</source>
        <translation>ein Geheimnis aus dem Schlüsselring des Kernels entfernen</translation>
    </message>
    <message>
        <source>refresh the session</source>
        <translation>die Sitzung erneuern</translation>
    </message>
    <message>
        <source>record an outcome</source>
        <translation>ein Ergebnis aufzeichnen</translation>
    </message>
    <message>
        <source>record a decision</source>
        <translation>eine Entscheidung aufzeichnen</translation>
    </message>
    <message>
        <source>read where a mail lies</source>
        <translation>lesen, wo eine E-Mail liegt</translation>
    </message>
    <message>
        <source>read when pending alerts were read</source>
        <translation>lesen, wann ausstehende Warnungen gelesen wurden</translation>
    </message>
    <message>
        <source>read what has been seen</source>
        <translation>lesen, was gesehen wurde</translation>
    </message>
    <message>
        <source>read the version of the database</source>
        <translation>die Version der Datenbank lesen</translation>
    </message>
    <message>
        <source>read the session</source>
        <translation>die Sitzung lesen</translation>
    </message>
    <message>
        <source>read the server&apos;s time</source>
        <translation>die Zeit des Servers lesen</translation>
    </message>
    <message>
        <source>read the next page</source>
        <translation>die nächste Seite lesen</translation>
    </message>
    <message>
        <source>read the list of tenants</source>
        <translation>die Liste der Mandanten lesen</translation>
    </message>
    <message>
        <source>read the latest locations</source>
        <translation>die aktuellen Speicherorte lesen</translation>
    </message>
    <message>
        <source>read the latest location</source>
        <translation>den aktuellen Speicherort lesen</translation>
    </message>
    <message>
        <source>read the history</source>
        <translation>den Verlauf lesen</translation>
    </message>
    <message>
        <source>read the history of an incident</source>
        <translation>den Verlauf eines Vorfalls lesen</translation>
    </message>
    <message>
        <source>read the file</source>
        <translation>die Datei lesen</translation>
    </message>
    <message>
        <source>read the facts again</source>
        <translation>die Fakten erneut lesen</translation>
    </message>
    <message>
        <source>read the drafts</source>
        <translation>die Entwürfe lesen</translation>
    </message>
    <message>
        <source>read the demo&apos;s application credential</source>
        <translation>die Anwendungsanmeldeinformationen der Demo lesen</translation>
    </message>
    <message>
        <source>read the decisions about an incident</source>
        <translation>die Entscheidungen zu einem Vorfall lesen</translation>
    </message>
    <message>
        <source>read the case file</source>
        <translation>die Falldatei lesen</translation>
    </message>
    <message>
        <source>read the cache</source>
        <translation>den Cache lesen</translation>
    </message>
    <message>
        <source>read the application credential</source>
        <translation>die Anwendungsanmeldeinformationen lesen</translation>
    </message>
    <message>
        <source>read the answer of hunting</source>
        <translation>die Antwort des Huntings lesen</translation>
    </message>
    <message>
        <source>read mails</source>
        <translation>E-Mails lesen</translation>
    </message>
    <message>
        <source>read an incident</source>
        <translation>einen Vorfall lesen</translation>
    </message>
    <message>
        <source>read an application credential</source>
        <translation>Anwendungsanmeldeinformationen lesen</translation>
    </message>
    <message>
        <source>read an alert</source>
        <translation>eine Warnung lesen</translation>
    </message>
    <message>
        <source>read a token</source>
        <translation>ein Token lesen</translation>
    </message>
    <message>
        <source>read a secret from the kernel&apos;s keyring</source>
        <translation>ein Geheimnis aus dem Schlüsselring des Kernels lesen</translation>
    </message>
    <message>
        <source>read a page</source>
        <translation>eine Seite lesen</translation>
    </message>
    <message>
        <source>read a draft</source>
        <translation>einen Entwurf lesen</translation>
    </message>
    <message>
        <source>read a classification</source>
        <translation>eine Klassifizierung lesen</translation>
    </message>
    <message>
        <source>reach the process that owns this tenant</source>
        <translation>den Prozess erreichen, dem dieser Mandant gehört</translation>
    </message>
    <message>
        <source>prepare the folder of the local socket</source>
        <translation>den Ordner des lokalen Sockets vorbereiten</translation>
    </message>
    <message>
        <source>plan what to pull</source>
        <translation>planen, was abgerufen wird</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>das Fenster öffnen</translation>
    </message>
    <message>
        <source>open the portal</source>
        <translation>das Portal öffnen</translation>
    </message>
    <message>
        <source>open the data folder</source>
        <translation>den Datenordner öffnen</translation>
    </message>
    <message>
        <source>open the ledger</source>
        <translation>das Journal öffnen</translation>
    </message>
    <message>
        <source>open a database in memory</source>
        <translation>eine Datenbank im Speicher öffnen</translation>
    </message>
    <message>
        <source>obtain a token</source>
        <translation>ein Token erhalten</translation>
    </message>
    <message>
        <source>note that pending alerts were read</source>
        <translation>vermerken, dass ausstehende Warnungen gelesen wurden</translation>
    </message>
    <message>
        <source>note that an outcome is in the cache</source>
        <translation>vermerken, dass ein Ergebnis im Cache steht</translation>
    </message>
    <message>
        <source>move a decision on</source>
        <translation>eine Entscheidung weiterführen</translation>
    </message>
    <message>
        <source>mark incidents as archived</source>
        <translation>Vorfälle als archiviert markieren</translation>
    </message>
    <message>
        <source>mark an incident as seen</source>
        <translation>einen Vorfall als gesehen markieren</translation>
    </message>
    <message>
        <source>make an address</source>
        <translation>eine Adresse bilden</translation>
    </message>
    <message>
        <source>listen for the sign-in</source>
        <translation>auf die Anmeldung warten</translation>
    </message>
    <message>
        <source>listen for commands</source>
        <translation>auf Befehle warten</translation>
    </message>
    <message>
        <source>list incidents</source>
        <translation>Vorfälle auflisten</translation>
    </message>
    <message>
        <source>list alerts</source>
        <translation>Warnungen auflisten</translation>
    </message>
    <message>
        <source>keep the history of a case</source>
        <translation>den Verlauf eines Falls speichern</translation>
    </message>
    <message>
        <source>keep a secret in the kernel&apos;s keyring</source>
        <translation>ein Geheimnis im Schlüsselring des Kernels aufbewahren</translation>
    </message>
    <message>
        <source>follow an address</source>
        <translation>einer Adresse folgen</translation>
    </message>
    <message>
        <source>find the tenant</source>
        <translation>den Mandanten finden</translation>
    </message>
    <message>
        <source>find the pending action</source>
        <translation>die ausstehende Aktion finden</translation>
    </message>
    <message>
        <source>erase what a decision says about people</source>
        <translation>löschen, was eine Entscheidung über Personen sagt</translation>
    </message>
    <message>
        <source>count what is stored</source>
        <translation>zählen, was gespeichert ist</translation>
    </message>
    <message>
        <source>confirm a decision</source>
        <translation>eine Entscheidung bestätigen</translation>
    </message>
    <message>
        <source>comment on an incident</source>
        <translation>einen Vorfall kommentieren</translation>
    </message>
    <message>
        <source>choose the tenant</source>
        <translation>den Mandanten wählen</translation>
    </message>
    <message>
        <source>change a decision</source>
        <translation>eine Entscheidung ändern</translation>
    </message>
    <message>
        <source>carry over from the damaged cache</source>
        <translation>aus dem beschädigten Cache übernehmen</translation>
    </message>
    <message>
        <source>begin to send a decision</source>
        <translation>das Senden einer Entscheidung beginnen</translation>
    </message>
    <message>
        <source>begin a full pull</source>
        <translation>einen vollständigen Abruf beginnen</translation>
    </message>
    <message>
        <source>become the owner of this tenant&apos;s data</source>
        <translation>Besitzer der Daten dieses Mandanten werden</translation>
    </message>
    <message>
        <source>add the tenant</source>
        <translation>den Mandanten hinzufügen</translation>
    </message>
    <message>
        <source>read incident %1</source>
        <translation>Vorfall %1 lesen</translation>
    </message>
    <message>
        <source>check the %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>save draft %1</source>
        <translation>Entwurf %1 speichern</translation>
    </message>
    <message>
        <source>put the damaged %1 aside</source>
        <translation>das Beschädigte beiseitelegen: %1</translation>
    </message>
    <message>
        <source>open the %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>move a decision to %1</source>
        <translation>eine Entscheidung weiterführen zu: %1</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>keep a copy of the database as %1</source>
        <translation>eine Kopie der Datenbank aufbewahren als %1</translation>
    </message>
    <message>
        <source>bring the database to version %1</source>
        <translation>die Datenbank auf Version %1 bringen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Bearbeitung</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengeführt</translation>
    </message>
    <message>
        <source>Awaiting action</source>
        <translation>Erwartet eine Aktion</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Informational</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht festgelegt</translation>
    </message>
    <message>
        <source>False positive</source>
        <translation>Falsch positiv</translation>
    </message>
    <message>
        <source>True positive</source>
        <translation>Richtig positiv</translation>
    </message>
    <message>
        <source>Informational, expected activity</source>
        <translation>Informativ, erwartete Aktivität</translation>
    </message>
    <message>
        <source>Advanced persistent threat</source>
        <translation>Fortgeschrittene andauernde Bedrohung (APT)</translation>
    </message>
    <message>
        <source>Security personnel</source>
        <translation>Sicherheitspersonal</translation>
    </message>
    <message>
        <source>Security test</source>
        <translation>Sicherheitstest</translation>
    </message>
    <message>
        <source>Unwanted software</source>
        <translation>Unerwünschte Software</translation>
    </message>
    <message>
        <source>Multi-stage attack</source>
        <translation>Mehrstufiger Angriff</translation>
    </message>
    <message>
        <source>Compromised account</source>
        <translation>Kompromittiertes Konto</translation>
    </message>
    <message>
        <source>Phishing</source>
        <translation>Phishing</translation>
    </message>
    <message>
        <source>Malicious user activity</source>
        <translation>Böswillige Benutzeraktivität</translation>
    </message>
    <message>
        <source>Not malicious</source>
        <translation>Nicht bösartig</translation>
    </message>
    <message>
        <source>Not enough data to validate</source>
        <translation>Nicht genügend Daten zur Überprüfung</translation>
    </message>
    <message>
        <source>Confirmed activity</source>
        <translation>Bestätigte Aktivität</translation>
    </message>
    <message>
        <source>Line-of-business application</source>
        <translation>Branchenanwendung</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Verdächtig</translation>
    </message>
    <message>
        <source>Malicious</source>
        <translation>Bösartig</translation>
    </message>
    <message>
        <source>No threats found</source>
        <translation>Keine Bedrohungen gefunden</translation>
    </message>
    <message>
        <source>Remediated</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Prevented</source>
        <translation>Verhindert</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Pending approval</source>
        <translation>Genehmigung ausstehend</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not remediated</source>
        <translation>Nicht behoben</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Partly remediated</source>
        <translation>Teilweise behoben</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>All actions approved</source>
        <translation>Alle Aktionen genehmigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Some actions approved</source>
        <translation>Einige Aktionen genehmigt</translation>
    </message>
    <message>
        <source>Waiting for a resource</source>
        <translation>Wartet auf eine Ressource</translation>
    </message>
    <message>
        <source>Failed inside</source>
        <translation>Intern gescheitert</translation>
    </message>
    <message>
        <source>Part of an earlier investigation</source>
        <translation>Teil einer früheren Untersuchung</translation>
    </message>
    <message>
        <source>Operating system not supported</source>
        <translation>Betriebssystem nicht unterstützt</translation>
    </message>
    <message>
        <source>Not investigated for this kind of alert</source>
        <translation>Bei dieser Art Warnung nicht untersucht</translation>
    </message>
    <message>
        <source>Alert suppressed</source>
        <translation>Warnung unterdrückt</translation>
    </message>
    <message>
        <source>Partly investigated</source>
        <translation>Teilweise untersucht</translation>
    </message>
    <message>
        <source>Ended by a person</source>
        <translation>Von einer Person beendet</translation>
    </message>
    <message>
        <source>Ended by the service</source>
        <translation>Vom Dienst beendet</translation>
    </message>
    <message>
        <source>Inbox or a folder</source>
        <translation>Posteingang oder Ordner</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Junk-E-Mail</translation>
    </message>
    <message>
        <source>Deleted items</source>
        <translation>Gelöschte Elemente</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Quarantäne</translation>
    </message>
    <message>
        <source>On premises or external</source>
        <translation>Lokal oder extern</translation>
    </message>
    <message>
        <source>Delivery failed</source>
        <translation>Zustellung gescheitert</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>An item was left out: %1.</source>
        <translation>Ein Element wurde ausgelassen: %1.</translation>
    </message>
    <message>
        <source>%1 was left out: %2.</source>
        <comment>id of an alert or incident, reason</comment>
        <translation>%1 wurde ausgelassen: %2.</translation>
    </message>
    <message>
        <source>1 incident</source>
        <translation>1 Vorfall</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents</source>
        <translation>
            <numerusform>%Ln Vorfall</numerusform>
            <numerusform>%Ln Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>1 alert</source>
        <translation>1 Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 were read.</source>
        <comment>counted incidents, counted alerts</comment>
        <translation>Gelesen: %1 und %2.</translation>
    </message>
    <message>
        <source>For 1 incident only its alerts are in the file.</source>
        <translation>Von 1 Vorfall stehen nur die Warnungen in der Datei.</translation>
    </message>
    <message numerus="yes">
        <source>For %Ln incidents only their alerts are in the file.</source>
        <translation>
            <numerusform>Von %Ln Vorfall stehen nur die Warnungen in der Datei.</numerusform>
            <numerusform>Von %Ln Vorfällen stehen nur die Warnungen in der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its history could not be kept: %1.</source>
        <translation>Der Verlauf konnte nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>Its history of 1 entry is proved.</source>
        <translation>Der Verlauf mit 1 Eintrag ist nachgewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>Its history of %Ln entries is proved.</source>
        <translation>
            <numerusform>Der Verlauf mit %Ln Eintrag ist nachgewiesen.</numerusform>
            <numerusform>Der Verlauf mit %Ln Einträgen ist nachgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its history does not hold: from entry %1 on it was changed or is damaged (%2).</source>
        <translation>Der Verlauf hält nicht stand: Ab Eintrag %1 wurde er geändert oder ist beschädigt (%2).</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Folder of the data</source>
        <translation>Ordner der Daten</translation>
    </message>
    <message>
        <source>The clock of this machine is 1 second ahead.</source>
        <translation>Die Uhr dieses Rechners geht 1 Sekunde vor.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %Ln seconds ahead.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht %Ln Sekunde vor.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht %Ln Sekunden vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this machine is 1 second behind.</source>
        <translation>Die Uhr dieses Rechners geht 1 Sekunde nach.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %Ln seconds behind.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht %Ln Sekunde nach.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht %Ln Sekunden nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has the mode %2: others on this machine may get at it.</source>
        <translation>%1 hat den Modus %2: Andere auf diesem Rechner können darauf zugreifen.</translation>
    </message>
    <message>
        <source>%1 has the mode %2: Casemate may not write to it.</source>
        <translation>%1 hat den Modus %2: Casemate darf nicht hineinschreiben.</translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation>%1 gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>A symbolic link is in the place of %1.</source>
        <translation>An der Stelle von %1 liegt eine symbolische Verknüpfung.</translation>
    </message>
    <message>
        <source>Something else is in the place of %1.</source>
        <translation>An der Stelle von %1 liegt etwas anderes.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 is not there yet; it is made when it is first needed.</source>
        <translation>%1 ist noch nicht vorhanden; wird angelegt, wenn es zum ersten Mal gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1 is none of Casemate&apos;s files.</source>
        <translation>%1 ist keine Datei von Casemate.</translation>
    </message>
    <message>
        <source>An older Casemate has written %1 (version %2).</source>
        <translation>Ein älteres Casemate hat %1 geschrieben (Version %2).</translation>
    </message>
    <message>
        <source>A newer Casemate has written %1 (version %2), so it can only be read.</source>
        <translation>Ein neueres Casemate hat %1 geschrieben (Version %2), es lässt sich daher nur lesen.</translation>
    </message>
    <message>
        <source>%1 has the mode %2: nobody but you gets at it.</source>
        <translation>%1 hat den Modus %2: Niemand außer Ihnen kann darauf zugreifen.</translation>
    </message>
    <message>
        <source>Its incidents came from files, so there is nobody to sign in to.</source>
        <translation>Die Vorfälle kamen aus Dateien, also gibt es nichts, bei dem man sich anmelden könnte.</translation>
    </message>
    <message>
        <source>1 tenant has been added.</source>
        <translation>1 Mandant wurde hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenants have been added.</source>
        <translation>
            <numerusform>%Ln Mandant wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Mandanten wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 fault was found.</source>
        <translation>1 Fehler wurde gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faults were found.</source>
        <translation>
            <numerusform>%Ln Fehler wurde gefunden.</numerusform>
            <numerusform>%Ln Fehler wurden gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 thing could not be checked.</source>
        <translation>1 Punkt konnte nicht geprüft werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things could not be checked.</source>
        <translation>
            <numerusform>%Ln Punkt konnte nicht geprüft werden.</numerusform>
            <numerusform>%Ln Punkte konnten nicht geprüft werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>this tenant was read from files, there is no service behind it</source>
        <translation>dieser Mandant wurde aus Dateien gelesen, dahinter steht kein Dienst</translation>
    </message>
    <message>
        <source>Open the organisation&apos;s own tenant for it.</source>
        <translation>Öffnen Sie dafür den eigenen Mandanten der Organisation.</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Check its name and who may read it. Nothing was imported.</source>
        <translation>Prüfen Sie den Namen und wer sie lesen darf. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>the file is larger than 512 MiB</source>
        <translation>die Datei ist größer als 512 MiB</translation>
    </message>
    <message>
        <source>Split it, and give all parts at once.</source>
        <translation>Teilen Sie sie auf, und geben Sie alle Teile auf einmal an.</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>it is not whole JSON: %1</source>
        <translation>es ist kein vollständiges JSON: %1</translation>
    </message>
    <message>
        <source>Export it again, as text in UTF-8. Nothing was imported.</source>
        <translation>Exportieren Sie es erneut, als Text in UTF-8. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>there is no incident and no alert in it</source>
        <translation>es ist weder ein Vorfall noch eine Warnung darin</translation>
    </message>
    <message>
        <source>Files hold answers of Microsoft Graph (incidents, alerts_v2) or a case file.</source>
        <translation>Dateien enthalten Antworten von Microsoft Graph (incidents, alerts_v2) oder eine Falldatei.</translation>
    </message>
    <message>
        <source>these are several case files</source>
        <translation>das sind mehrere Falldateien</translation>
    </message>
    <message>
        <source>Import them one by one; each gets a tenant of its own. Nothing was imported.</source>
        <translation>Importieren Sie sie einzeln; jede bekommt einen eigenen Mandanten. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>a newer Casemate has written the case file (%1)</source>
        <translation>ein neueres Casemate hat die Falldatei geschrieben (%1)</translation>
    </message>
    <message>
        <source>Update Casemate. Nothing was imported.</source>
        <translation>Aktualisieren Sie Casemate. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>the case file is damaged at its member %1</source>
        <translation>die Falldatei ist an ihrem Element %1 beschädigt</translation>
    </message>
    <message>
        <source>Ask for it once more. Nothing was imported.</source>
        <translation>Bitten Sie noch einmal darum. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>there is a tenant called &quot;%1&quot; already</source>
        <translation>es gibt bereits einen Mandanten „%1“</translation>
    </message>
    <message>
        <source>Choose another name, or remove that tenant first.</source>
        <translation>Wählen Sie einen anderen Namen, oder entfernen Sie zuerst jenen Mandanten.</translation>
    </message>
    <message>
        <source>the file cannot be written: %1</source>
        <translation>die Datei lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Choose another place. What lay there before is unchanged.</source>
        <translation>Wählen Sie einen anderen Ort. Was vorher dort lag, ist unverändert.</translation>
    </message>
    <message>
        <source>it is neither an incident nor an alert</source>
        <translation>es ist weder ein Vorfall noch eine Warnung</translation>
    </message>
    <message>
        <source>it is an error that the service answered</source>
        <translation>es ist ein Fehler, mit dem der Dienst geantwortet hat</translation>
    </message>
    <message>
        <source>it belongs to another tenant (%1)</source>
        <translation>es gehört zu einem anderen Mandanten (%1)</translation>
    </message>
    <message>
        <source>its member %1 is not of the type that it must be</source>
        <translation>das Element %1 ist nicht von dem Typ, der es sein muss</translation>
    </message>
    <message>
        <source>its time %1 cannot be read</source>
        <translation>die Zeit %1 darin lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>it has no id</source>
        <translation>es hat keine ID</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it is not whole JSON</source>
        <translation>es ist kein vollständiges JSON</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it contradicts itself: %1</source>
        <translation>es widerspricht sich: %1</translation>
    </message>
    <message>
        <source>This was read from files: nothing is synchronised, and nothing can be decided here.</source>
        <translation>Dies wurde aus Dateien gelesen: Nichts wird synchronisiert, und nichts lässt sich hier entscheiden.</translation>
    </message>
    <message>
        <source>write the case file</source>
        <translation>die Falldatei schreiben</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>the organisation asks for a new sign-in</source>
        <translation>die Organisation verlangt eine neue Anmeldung</translation>
    </message>
</context>
<context>
    <name>models::PendingActionsModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no longer waits</source>
        <translation>wartet nicht mehr</translation>
    </message>
</context>
<context>
    <name>models::QueueModel</name>
    <message>
        <source>%1, decided, not confirmed</source>
        <translation>%1, entschieden, nicht bestätigt</translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>Open incidents, alerts or a case</source>
        <translation>Vorfälle, Warnungen oder einen Fall öffnen</translation>
    </message>
    <message>
        <source>Graph JSON and case files (*.json *.jsonl *.txt)</source>
        <translation>Graph-JSON und Falldateien (*.json *.jsonl *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the case</source>
        <translation>Den Fall exportieren</translation>
    </message>
    <message>
        <source>Case files (*.json)</source>
        <translation>Falldateien (*.json)</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>Version %1, Qt %2</translation>
    </message>
</context>
<context>
    <name>widgets::ApprovalsPage</name>
    <message>
        <source>Filter, for example  severity:high expires:&lt;2d &quot;invoice&quot;</source>
        <translation>Filter, zum Beispiel  severity:high expires:&lt;2d &quot;Rechnung&quot;</translation>
    </message>
    <message>
        <source>Latest location read: %1.</source>
        <translation>Aktueller Speicherort gelesen: %1.</translation>
    </message>
    <message>
        <source>No pending action fits the filter</source>
        <translation>Keine ausstehende Aktion passt zum Filter</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>What waits for a decision shows up here with the first sync.</source>
        <translation>Was auf eine Entscheidung wartet, erscheint hier mit der ersten Synchronisierung.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Nichts wartet auf eine Entscheidung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>pending actions that arrived</comment>
        <translation>
            <numerusform>%Ln neue</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided</source>
        <comment>pending actions</comment>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AssignPanel</name>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>Zuweisen: %1</translation>
    </message>
</context>
<context>
    <name>widgets::CellDelegate</name>
    <message>
        <source>%1
Decided here, not confirmed. The service says: %2</source>
        <translation>%1
Hier entschieden, nicht bestätigt. Der Dienst sagt: %2</translation>
    </message>
</context>
<context>
    <name>widgets::ChipBar</name>
    <message>
        <source>Take off the tag %1</source>
        <translation>Tag %1 abnehmen</translation>
    </message>
    <message>
        <source>Take off this tag</source>
        <translation>Diesen Tag abnehmen</translation>
    </message>
</context>
<context>
    <name>widgets::ClassifyPanel</name>
    <message>
        <source>Classify %1</source>
        <translation>Klassifizieren: %1</translation>
    </message>
</context>
<context>
    <name>widgets::ColumnRoom</name>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie zu Beginn</translation>
    </message>
</context>
<context>
    <name>widgets::Commands</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Tak&amp;e</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Zuweisen…</translation>
    </message>
    <message>
        <source>&amp;Classify…</source>
        <translation>&amp;Klassifizieren…</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Tag…</translation>
    </message>
    <message>
        <source>Co&amp;mment…</source>
        <translation>K&amp;ommentieren…</translation>
    </message>
    <message>
        <source>&amp;Resolve…</source>
        <translation>&amp;Lösen…</translation>
    </message>
    <message>
        <source>&amp;Undo the last decision</source>
        <translation>Letzte Entscheidung &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Open in the &amp;portal</source>
        <translation>Im &amp;Portal öffnen</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Genehmigen…</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>&amp;Ablehnen…</translation>
    </message>
    <message>
        <source>Mark as &amp;handled…</source>
        <translation>Als &amp;erledigt markieren…</translation>
    </message>
    <message>
        <source>Read the latest &amp;location</source>
        <translation>Aktuellen Spei&amp;cherort lesen</translation>
    </message>
    <message>
        <source>&amp;Send now</source>
        <translation>Jetzt &amp;senden</translation>
    </message>
    <message>
        <source>&amp;Cancel the decision</source>
        <translation>Entscheidung &amp;verwerfen</translation>
    </message>
    <message>
        <source>Con&amp;firm again…</source>
        <translation>E&amp;rneut bestätigen…</translation>
    </message>
    <message>
        <source>Set&amp;tle by hand…</source>
        <translation>Von &amp;Hand abschließen…</translation>
    </message>
    <message>
        <source>&amp;Next row</source>
        <translation>&amp;Nächste Zeile</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>&amp;Previous row</source>
        <translation>&amp;Vorherige Zeile</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>&amp;Select the row</source>
        <translation>Zeile &amp;auswählen</translation>
    </message>
    <message>
        <source>Select n&amp;othing</source>
        <translation>A&amp;uswahl aufheben</translation>
    </message>
    <message>
        <source>Show ne&amp;w incidents</source>
        <translation>N&amp;eue Vorfälle anzeigen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Next &amp;incident</source>
        <translation>Nächster V&amp;orfall</translation>
    </message>
    <message>
        <source>Previous in&amp;cident</source>
        <translation>Vorheriger Vo&amp;rfall</translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation>Nächste Regis&amp;terkarte</translation>
    </message>
    <message>
        <source>Previous ta&amp;b</source>
        <translation>Vorherige Register&amp;karte</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Vorfall</translation>
    </message>
    <message>
        <source>&amp;Approvals</source>
        <translation>&amp;Genehmigungen</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Postausgang</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;synchronisieren</translation>
    </message>
    <message>
        <source>Read &amp;everything again</source>
        <translation>Alles &amp;erneut lesen</translation>
    </message>
    <message>
        <source>&amp;Cancel the sync</source>
        <translation>Synchronisierung ab&amp;brechen</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>An&amp;melden…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>&amp;About this tenant…</source>
        <translation>Über &amp;diesen Mandanten…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>&amp;About Casemate…</source>
        <translation>Ü&amp;ber Casemate…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Export the case…</source>
        <translation>Fall e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
</context>
<context>
    <name>widgets::CommentPanel</name>
    <message>
        <source>Post the comment (%1)</source>
        <translation>Kommentar veröffentlichen (%1)</translation>
    </message>
    <message>
        <source>Comment on %1</source>
        <translation>Kommentar zu %1</translation>
    </message>
    <message>
        <source>%1 characters too many</source>
        <translation>%1 Zeichen zu viel</translation>
    </message>
    <message>
        <source>%1 characters left</source>
        <translation>noch %1 Zeichen</translation>
    </message>
</context>
<context>
    <name>widgets::DecisionPanels</name>
    <message>
        <source>incident %1</source>
        <comment>inside a sentence</comment>
        <translation>Vorfall %1</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <comment>inside a sentence; 2 or more</comment>
        <translation>
            <numerusform>%n Vorfall</numerusform>
            <numerusform>%n Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 decided. %3</source>
        <translation>%1 von %2 entschieden. %3</translation>
    </message>
    <message>
        <source>%1: %2. Not sent yet.</source>
        <comment>what was decided: on what</comment>
        <translation>%1: %2. Noch nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>widgets::DiagnosticsDialog</name>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Es wurde noch nichts geprüft.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>The copied report names neither people, tenants nor folders.</source>
        <translation>Der kopierte Bericht nennt weder Personen noch Mandanten noch Ordner.</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>widgets::FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter text</source>
        <translation>Filtertext löschen</translation>
    </message>
</context>
<context>
    <name>widgets::FindingDelegate</name>
    <message>
        <source>To do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
</context>
<context>
    <name>widgets::HistoryPage</name>
    <message>
        <source>Find in the history</source>
        <translation>Im Verlauf suchen</translation>
    </message>
    <message>
        <source>Nothing in the history has this text</source>
        <translation>Im Verlauf gibt es diesen Text nicht</translation>
    </message>
    <message>
        <source>Nothing has been decided here yet</source>
        <translation>Hier wurde noch nichts entschieden</translation>
    </message>
    <message>
        <source>Every decision, every sending and every proof is kept here.</source>
        <translation>Jede Entscheidung, jedes Senden und jeder Nachweis wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::IncidentHead</name>
    <message>
        <source>Merged into incident %1.</source>
        <translation>Mit Vorfall %1 zusammengeführt.</translation>
    </message>
    <message>
        <source>Archived: the service no longer has it.</source>
        <translation>Archiviert: Der Dienst hat ihn nicht mehr.</translation>
    </message>
    <message>
        <source>1 decision not confirmed yet.</source>
        <translation>1 Entscheidung noch nicht bestätigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions not confirmed yet.</source>
        <translation>
            <numerusform>%Ln Entscheidung noch nicht bestätigt.</numerusform>
            <numerusform>%Ln Entscheidungen noch nicht bestätigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 alert cannot be read.</source>
        <translation>1 Warnung lässt sich nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alerts cannot be read.</source>
        <translation>
            <numerusform>%Ln Warnung lässt sich nicht lesen.</numerusform>
            <numerusform>%Ln Warnungen lassen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (decided, not confirmed)</source>
        <translation>%1 (entschieden, nicht bestätigt)</translation>
    </message>
    <message>
        <source>1 pending action</source>
        <translation>1 ausstehende Aktion</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending actions</source>
        <translation>
            <numerusform>%Ln ausstehende Aktion</numerusform>
            <numerusform>%Ln ausstehende Aktionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::IncidentPage</name>
    <message>
        <source>The alerts of this incident name no evidence.</source>
        <translation>Die Warnungen dieses Vorfalls nennen keine Beweise.</translation>
    </message>
    <message>
        <source>No alert of this incident has been read yet.</source>
        <translation>Noch keine Warnung dieses Vorfalls wurde gelesen.</translation>
    </message>
    <message>
        <source>Nothing has been decided about this incident here.</source>
        <translation>Zu diesem Vorfall wurde hier nichts entschieden.</translation>
    </message>
    <message>
        <source>No incident is open</source>
        <translation>Kein Vorfall ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one in the queue and press Enter.</source>
        <translation>Wählen Sie einen in der Warteschlange, und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>This incident cannot be shown</source>
        <translation>Dieser Vorfall lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>Evidence and response</source>
        <translation>Beweise und Reaktion</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Own decisions</source>
        <translation>Eigene Entscheidungen</translation>
    </message>
</context>
<context>
    <name>widgets::IncidentSummary</name>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Priority score</source>
        <translation>Prioritätswert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>First activity</source>
        <translation>Erste Aktivität</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie er ausging</translation>
    </message>
    <message>
        <source>%1
Decided, not confirmed. The service says: %2</source>
        <translation>%1
Entschieden, nicht bestätigt. Der Dienst sagt: %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, davon %2 offen</translation>
    </message>
</context>
<context>
    <name>widgets::KeySheet</name>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Pending action</source>
        <translation>Ausstehende Aktion</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>widgets::Label</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Decisions wait in the outbox and are checked again before they are sent.</source>
        <translation>Entscheidungen warten im Postausgang und werden vor dem Senden noch einmal geprüft.</translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation>&amp;Mandant</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Vorfall</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Postausgang</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
</context>
<context>
    <name>widgets::NavigationButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>9999+</source>
        <translation>9999+</translation>
    </message>
</context>
<context>
    <name>widgets::OutboxPage</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>differences</comment>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>On</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Not sent after</source>
        <translation>Nicht mehr gesendet nach</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Relies on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>The outbox is empty</source>
        <translation>Der Postausgang ist leer</translation>
    </message>
    <message>
        <source>Decisions wait here until they are sent and proved.</source>
        <translation>Entscheidungen warten hier, bis sie gesendet und nachgewiesen sind.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Verworfen: %1</translation>
    </message>
    <message>
        <source>Confirm again: %1</source>
        <translation>Erneut bestätigen: %1</translation>
    </message>
    <message>
        <source>The facts changed since the decision:
%1</source>
        <translation>Seit der Entscheidung haben sich die Fakten geändert:
%1</translation>
    </message>
    <message>
        <source>Confirm with the facts as they are now</source>
        <translation>Mit den jetzigen Fakten bestätigen</translation>
    </message>
    <message>
        <source>Settle by hand: %1</source>
        <translation>Von Hand abschließen: %1</translation>
    </message>
    <message>
        <source>Look first how it stands in the portal. Settling sends nothing; it closes the entry here with your note.</source>
        <translation>Sehen Sie zuerst im Portal nach, wie es steht. Abschließen sendet nichts; es schließt den Eintrag hier mit Ihrer Notiz.</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>How it stands, for the history</source>
        <translation>Wie es steht, für den Verlauf</translation>
    </message>
    <message>
        <source>Confirmed again: %1</source>
        <translation>Erneut bestätigt: %1</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>Abgeschlossen: %1</translation>
    </message>
    <message>
        <source>1 decision on its way</source>
        <translation>1 Entscheidung unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions on their way</source>
        <translation>
            <numerusform>%Ln Entscheidung unterwegs</numerusform>
            <numerusform>%Ln Entscheidungen unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Sie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need you</source>
        <translation>
            <numerusform>%Ln braucht Sie</numerusform>
            <numerusform>%Ln brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before sending, because the facts changed. Confirm it again or cancel it.</source>
        <translation>Vor dem Senden angehalten, weil sich die Fakten geändert haben. Bestätigen Sie sie erneut, oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>Sent in %1; until then it can be taken back</source>
        <translation>Wird in %1 gesendet; bis dahin zurückzunehmen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>facts</comment>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::QueuePage</name>
    <message>
        <source>Filter, for example  severity:high assignee:none &quot;invoice&quot;</source>
        <translation>Filter, zum Beispiel  severity:high assignee:none &quot;Rechnung&quot;</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Show or leave out</source>
        <translation>Einblenden oder ausblenden</translation>
    </message>
    <message>
        <source>1 incident</source>
        <translation>1 Vorfall</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents</source>
        <translation>
            <numerusform>%Ln Vorfall</numerusform>
            <numerusform>%Ln Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 incidents</source>
        <translation>%1 von %2 Vorfällen</translation>
    </message>
    <message>
        <source>%1 selected, %2</source>
        <comment>count, then 3 of 10 incidents</comment>
        <translation>%1 ausgewählt, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>incidents that arrived</comment>
        <translation>
            <numerusform>%Ln neuer</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2 incidents and alerts read. Rows show up as they arrive; nothing has to be waited for.</source>
        <translation>%1 von etwa %2 Vorfällen und Warnungen gelesen. Zeilen erscheinen, sobald sie ankommen; Sie müssen auf nichts warten.</translation>
    </message>
    <message>
        <source>%1 incidents and alerts read.</source>
        <translation>%1 Vorfälle und Warnungen gelesen.</translation>
    </message>
    <message>
        <source>No incident fits the filter</source>
        <translation>Kein Vorfall passt zum Filter</translation>
    </message>
    <message>
        <source>%1 incidents are here and left out.</source>
        <translation>%1 Vorfälle sind da und werden ausgeblendet.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>Erste Synchronisierung</translation>
    </message>
    <message>
        <source>Sign in to read the incidents</source>
        <translation>Melden Sie sich an, um die Vorfälle zu lesen</translation>
    </message>
    <message>
        <source>The browser opens for it. Casemate never sees the password.</source>
        <translation>Dafür öffnet sich der Browser. Casemate sieht das Kennwort nie.</translation>
    </message>
    <message>
        <source>Offline, and nothing has been read yet</source>
        <translation>Offline, und es wurde noch nichts gelesen</translation>
    </message>
    <message>
        <source>Once it has been read, everything stays here and works without a network.</source>
        <translation>Was einmal gelesen ist, bleibt hier und lässt sich ohne Netz verwenden.</translation>
    </message>
    <message>
        <source>The sync did not work</source>
        <translation>Die Synchronisierung ist gescheitert</translation>
    </message>
    <message>
        <source>Nothing has been read yet</source>
        <translation>Es wurde noch nichts gelesen</translation>
    </message>
    <message>
        <source>The first sync brings the incidents and alerts of the last months.</source>
        <translation>Die erste Synchronisierung bringt die Vorfälle und Warnungen der letzten Monate.</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Keine Vorfälle</translation>
    </message>
    <message>
        <source>This tenant has none.</source>
        <translation>Dieser Mandant hat keine.</translation>
    </message>
</context>
<context>
    <name>widgets::ResolvePanel</name>
    <message>
        <source>Leave the classification as it is</source>
        <translation>Klassifizierung lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Resolve %1. Its open alerts are resolved with it.</source>
        <translation>Lösen: %1. Die offenen Warnungen werden mit gelöst.</translation>
    </message>
</context>
<context>
    <name>widgets::ReviewPanel</name>
    <message>
        <source>mailbox not known</source>
        <translation>Postfach nicht bekannt</translation>
    </message>
    <message>
        <source>Choose what shall be done.</source>
        <translation>Wählen Sie, was geschehen soll.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Latest location</source>
        <translation>Aktueller Speicherort</translation>
    </message>
    <message>
        <source>Expires (inferred)</source>
        <translation>Läuft ab (abgeleitet)</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Daten von</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>%1 (recommended, inferred)</source>
        <translation>%1 (empfohlen, abgeleitet)</translation>
    </message>
    <message>
        <source>%1, read %2</source>
        <comment>place, then 5 min ago</comment>
        <translation>%1, gelesen %2</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>time left</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Never read to the end</source>
        <translation>Nie zu Ende gelesen</translation>
    </message>
    <message>
        <source>None known</source>
        <translation>Keine bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mailboxes known</source>
        <translation>
            <numerusform>%Ln Postfach bekannt</numerusform>
            <numerusform>%Ln Postfächer bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>No message is known by name</source>
        <translation>Keine Nachricht ist namentlich bekannt</translation>
    </message>
    <message>
        <source>First %1 of %2 messages</source>
        <translation>Erste %1 von %2 Nachrichten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <comment>the action</comment>
        <translation>Genehmigen: %1</translation>
    </message>
    <message>
        <source>Nothing is done to the mail. A comment on the incident says so; the item stays open in the portal until it expires.</source>
        <translation>Mit der E-Mail geschieht nichts. Ein Kommentar beim Vorfall sagt es; das Element bleibt im Portal offen, bis es abläuft.</translation>
    </message>
    <message>
        <source>Noted here that it was dealt with elsewhere. Nothing is sent to the mail, and the item stays open in the portal.</source>
        <translation>Hier wird vermerkt, dass es anderswo erledigt wurde. An der E-Mail ändert sich nichts, und das Element bleibt im Portal offen.</translation>
    </message>
    <message>
        <source>It is carried out in the portal, which opens at the right place; Casemate verifies it afterwards.</source>
        <translation>Es wird im Portal ausgeführt, das sich an der richtigen Stelle öffnet; Casemate weist es danach nach.</translation>
    </message>
    <message>
        <source>Queue for approval: %1</source>
        <translation>Zur Genehmigung vormerken: %1</translation>
    </message>
    <message>
        <source>The comment is too long: %1 characters are possible.</source>
        <translation>Der Kommentar ist zu lang: Möglich sind %1 Zeichen.</translation>
    </message>
    <message>
        <source>%1: %2. Not sent yet.</source>
        <translation>%1: %2. Noch nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsPage</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the desktop: it changes when the desktop does. Default: as the desktop.</source>
        <translation>Wie der Desktop: Es wechselt mit ihm. Standard: wie der Desktop.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Of the window; commands in a terminal stay English. Default: as the system.</source>
        <translation>Des Fensters; Befehle im Terminal bleiben englisch. Standard: wie das System.</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>In which times are shown; the zone is always written beside them. Default: local time.</source>
        <translation>In der Zeiten angezeigt werden; die Zone steht immer dabei. Standard: Ortszeit.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>&amp;Undo time</source>
        <translation>&amp;Rücknahmezeit</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>How long a decision is held back, so that it can be undone, before it is sent. Holds for decisions from now on.</source>
        <translation>Wie lange eine Entscheidung vor dem Senden zurückgehalten wird, damit sie sich zurücknehmen lässt. Gilt für Entscheidungen ab jetzt.</translation>
    </message>
    <message>
        <source>L&amp;ife of a decision</source>
        <translation>&amp;Lebensdauer einer Entscheidung</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, behind a number</comment>
        <translation> h</translation>
    </message>
    <message>
        <source>A decision that could not be sent for so long, without a network for example, is not sent any more. Holds for decisions from now on.</source>
        <translation>Eine Entscheidung, die so lange nicht gesendet werden konnte, etwa ohne Netz, wird nicht mehr gesendet. Gilt für Entscheidungen ab jetzt.</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>Synchronisierung</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Abstand</translation>
    </message>
    <message>
        <source>Between the end of one synchronisation and the next. Holds at once.</source>
        <translation>Zwischen dem Ende einer Synchronisierung und der nächsten. Gilt sofort.</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>A&amp;ufrufe</translation>
    </message>
    <message>
        <source> a minute</source>
        <comment>behind a number of calls</comment>
        <translation> je Minute</translation>
    </message>
    <message>
        <source>How many calls this tenant may make; Microsoft allows 150 to all programs of an application together. Holds at once.</source>
        <translation>Wie viele Aufrufe dieser Mandant machen darf; Microsoft erlaubt allen Programmen einer Anwendung zusammen 150. Gilt sofort.</translation>
    </message>
    <message>
        <source>&amp;First synchronisation</source>
        <translation>&amp;Erste Synchronisierung</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind a number</comment>
        <translation> Tage</translation>
    </message>
    <message>
        <source>How far back a tenant is read that has never been read here. Holds from the next start of the program on.</source>
        <translation>Wie weit zurück ein Mandant gelesen wird, der hier noch nie gelesen wurde. Gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>%1 to %2; default: %3.</source>
        <comment>a range of numbers</comment>
        <translation>%1 bis %2; Standard: %3.</translation>
    </message>
    <message>
        <source>%1 to %2; default of your organisation: %3.</source>
        <comment>a range of numbers</comment>
        <translation>%1 bis %2; Standard Ihrer Organisation: %3.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what a setting does, then its range</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>The address is in the clipboard. Open it in a browser on this machine; it is good for this sign-in only.</source>
        <translation>Die Adresse ist in der Zwischenablage. Öffnen Sie sie in einem Browser auf diesem Rechner; sie gilt nur für diese Anmeldung.</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <translation>%1 (Demo)</translation>
    </message>
    <message>
        <source>The sign-in page is being opened in your browser.</source>
        <translation>Die Anmeldeseite wird in Ihrem Browser geöffnet.</translation>
    </message>
    <message>
        <source>The sign-in page is open in your browser. Sign in there; this window goes on by itself.</source>
        <translation>Die Anmeldeseite ist in Ihrem Browser geöffnet. Melden Sie sich dort an; dieses Fenster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
</context>
<context>
    <name>widgets::StartWindow</name>
    <message>
        <source>The demo tenant is being started on this machine.</source>
        <translation>Der Demomandant wird auf diesem Rechner gestartet.</translation>
    </message>
    <message>
        <source>Casemate</source>
        <translation>Casemate</translation>
    </message>
    <message>
        <source>Casemate is a desktop console in which you triage Microsoft Defender incidents, decide the investigation actions that wait for a person, and prove afterwards what was done.</source>
        <translation>Casemate ist eine Desktopkonsole, in der Sie Vorfälle aus Microsoft Defender sichten, über die Untersuchungsaktionen entscheiden, die auf eine Person warten, und danach nachweisen, was getan wurde.</translation>
    </message>
    <message>
        <source>Open a tenant</source>
        <translation>Einen Mandanten öffnen</translation>
    </message>
    <message>
        <source>Each tenant has its own data, session and window.</source>
        <translation>Jeder Mandant hat eigene Daten, eine eigene Sitzung und ein eigenes Fenster.</translation>
    </message>
    <message>
        <source>Add a tenant</source>
        <translation>Einen Mandanten hinzufügen</translation>
    </message>
    <message>
        <source>Your administrator knows the two IDs: they stand in the overview of the app registration that was made for Casemate.</source>
        <translation>Ihr Administrator kennt die beiden IDs: Sie stehen in der Übersicht der App-Registrierung, die für Casemate angelegt wurde.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Nobody has signed in to this tenant on this machine yet. You sign in on Microsoft&apos;s page in your browser; Casemate never sees the password.</source>
        <translation>Auf diesem Rechner hat sich noch niemand bei diesem Mandanten angemeldet. Sie melden sich in Ihrem Browser auf der Seite von Microsoft an; Casemate sieht das Kennwort nie.</translation>
    </message>
    <message>
        <source>%1 – Casemate</source>
        <translation>%1 – Casemate</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt der Synchronisierung</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Session ends with the program</source>
        <translation>Sitzung endet mit dem Programm</translation>
    </message>
    <message>
        <source>Last sync failed</source>
        <translation>Letzte Synchronisierung gescheitert</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <comment>then 5 min ago</comment>
        <translation>Synchronisiert %1</translation>
    </message>
    <message>
        <source>Synced %1, incomplete</source>
        <translation>Synchronisiert %1, unvollständig</translation>
    </message>
    <message>
        <source>Offline, data from %1</source>
        <comment>then 5 min ago</comment>
        <translation>Offline, Daten von %1</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>Pause: %1</translation>
    </message>
    <message>
        <source>Read from files</source>
        <translation>Aus Dateien gelesen</translation>
    </message>
</context>
<context>
    <name>widgets::TagPanel</name>
    <message>
        <source>Tag %1</source>
        <translation>Tag für %1</translation>
    </message>
</context>
<context>
    <name>widgets::TenantCommands</name>
    <message>
        <source>The browser is open for the sign-in. Come back here when it is done.</source>
        <translation>Der Browser ist für die Anmeldung geöffnet. Kommen Sie hierher zurück, wenn sie erledigt ist.</translation>
    </message>
    <message>
        <source>Signed out. What was read stays here and can be read on.</source>
        <translation>Abgemeldet. Was gelesen wurde, bleibt hier und lässt sich weiter lesen.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>widgets::TenantDialog</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Mail actions</source>
        <translation>E-Mail-Aktionen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <translation>%1 (Demo)</translation>
    </message>
    <message>
        <source>Carried out here, with the application credential</source>
        <translation>Hier ausgeführt, mit den Anwendungsanmeldeinformationen</translation>
    </message>
    <message>
        <source>Carried out in the portal, confirmed here</source>
        <translation>Im Portal ausgeführt, hier bestätigt</translation>
    </message>
</context>
<context>
    <name>widgets::TenantForm</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a cloud&apos;s name and the host of its sign-in page</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>From a cloud file</source>
        <translation>Aus einer Clouddatei</translation>
    </message>
    <message>
        <source>Empty: as the cloud file says</source>
        <translation>Leer: wie die Clouddatei sagt</translation>
    </message>
    <message>
        <source>…, or a domain such as contoso.onmicrosoft.com</source>
        <comment>example of a directory id or domain</comment>
        <translation>…, oder eine Domäne wie contoso.onmicrosoft.com</translation>
    </message>
    <message>
        <source>Of the app registration: 00000000-0000-…</source>
        <translation>Der App-Registrierung: 00000000-0000-…</translation>
    </message>
    <message>
        <source>Choose a cloud file</source>
        <translation>Eine Clouddatei auswählen</translation>
    </message>
    <message>
        <source>Cloud files (*.json);;All files (*)</source>
        <translation>Clouddateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the cloud file.</source>
        <translation>Wählen Sie die Clouddatei.</translation>
    </message>
    <message>
        <source>Write the directory (tenant) ID, or a domain of the organisation: letters, digits, dots and hyphens.</source>
        <translation>Geben Sie die Verzeichnis-ID (Mandanten-ID) oder eine Domäne der Organisation ein: Buchstaben, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <source>Write the application (client) ID of the app registration: letters, digits and hyphens.</source>
        <translation>Geben Sie die Anwendungs-ID (Client-ID) der App-Registrierung ein: Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>A name holds no slash.</source>
        <translation>Ein Name enthält keinen Schrägstrich.</translation>
    </message>
</context>
<context>
    <name>widgets::TenantsPage</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Signed in last</source>
        <translation>Zuletzt angemeldet</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Read from a file</source>
        <translation>Aus einer Datei gelesen</translation>
    </message>
</context>
</TS>
