<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AuditText</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifier(s)</source>
        <translation>
            <numerusform>%Ln identifier</numerusform>
            <numerusform>%Ln identifiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClauseText</name>
    <message numerus="yes">
        <source>fewer than %n time(s)</source>
        <translation>
            <numerusform>fewer than %n time</numerusform>
            <numerusform>fewer than %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n time(s)</source>
        <translation>
            <numerusform>at least %n time</numerusform>
            <numerusform>at least %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in the last %n day(s)</source>
        <comment>how often</comment>
        <translation>
            <numerusform>%1 in the last %n day</numerusform>
            <numerusform>%1 in the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::DataPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln visitor(s) not recognised</source>
        <translation>
            <numerusform>and %Ln visitor not recognised</numerusform>
            <numerusform>and %Ln visitors not recognised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::FileTable</name>
    <message numerus="yes">
        <source>%Ln row(s) to look at</source>
        <translation>
            <numerusform>%Ln row to look at</numerusform>
            <numerusform>%Ln rows to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message numerus="yes">
        <source>%Ln row(s) set aside</source>
        <translation>
            <numerusform>%Ln row set aside</numerusform>
            <numerusform>%Ln rows set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of records to compare</source>
        <translation>
            <numerusform>%Ln pair of records to compare</numerusform>
            <numerusform>%Ln pairs of records to compare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <comment>kind of file, how many</comment>
        <translation>
            <numerusform>%1, %Ln row</numerusform>
            <numerusform>%1, %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message numerus="yes">
        <source>%n internal bill line(s) left out.</source>
        <translation>
            <numerusform>%n internal bill line left out.</numerusform>
            <numerusform>%n internal bill lines left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonaView</name>
    <message numerus="yes">
        <source>%n value(s) not shown, because fewer than 10 customers could be recognised.</source>
        <translation>
            <numerusform>%n value not shown, because fewer than 10 customers could be recognised.</numerusform>
            <numerusform>%n values not shown, because fewer than 10 customers could be recognised.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::ProblemRows</name>
    <message numerus="yes">
        <source>%Ln row(s) saved to %1</source>
        <translation>
            <numerusform>%Ln row saved to %1</numerusform>
            <numerusform>%Ln rows saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityView</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::ReportsPage</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RfmText</name>
    <message numerus="yes">
        <source>%Ln customer(s) who spent much stayed away for long, with %1 spent before.</source>
        <translation>
            <numerusform>%Ln customer who spent much stayed away for long, with %1 spent before.</numerusform>
            <numerusform>%Ln customers who spent much stayed away for long, with %1 spent before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) who came often stayed away for long, with %1 spent before.</source>
        <translation>
            <numerusform>%Ln customer who came often stayed away for long, with %1 spent before.</numerusform>
            <numerusform>%Ln customers who came often stayed away for long, with %1 spent before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::CustomersPanel</name>
    <message numerus="yes">
        <source>customer(s)</source>
        <comment>behind a number of its own</comment>
        <translation>
            <numerusform>customer</numerusform>
            <numerusform>customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::RfmCutsDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s) of %1 would change segment.</source>
        <translation>
            <numerusform>%Ln customer of %1 would change segment.</numerusform>
            <numerusform>%Ln customers of %1 would change segment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::DiaryTable</name>
    <message numerus="yes">
        <source>%Ln month(s) differ</source>
        <translation>
            <numerusform>%Ln month differs</numerusform>
            <numerusform>%Ln months differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::ReconcileTab</name>
    <message numerus="yes">
        <source>%Ln file(s) without a total</source>
        <translation>
            <numerusform>%Ln file without a total</numerusform>
            <numerusform>%Ln files without a total</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::TotalTable</name>
    <message numerus="yes">
        <source>%Ln row(s) unreadable</source>
        <translation>
            <numerusform>%Ln row unreadable</numerusform>
            <numerusform>%Ln rows unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::RecipeTab</name>
    <message numerus="yes">
        <source>%Ln file(s) read again with the rules of today.</source>
        <translation>
            <numerusform>%Ln file read again with the rules of today.</numerusform>
            <numerusform>%Ln files read again with the rules of today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KpiText</name>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln purchase</numerusform>
            <numerusform>%Ln purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln booking(s)</source>
        <translation>
            <numerusform>%Ln booking</numerusform>
            <numerusform>%Ln bookings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln visit</numerusform>
            <numerusform>%Ln visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln treatment(s)</source>
        <translation>
            <numerusform>%Ln treatment</numerusform>
            <numerusform>%Ln treatments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s)</source>
        <translation>
            <numerusform>%Ln payment</numerusform>
            <numerusform>%Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bill(s)</source>
        <translation>
            <numerusform>%Ln bill</numerusform>
            <numerusform>%Ln bills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::MendingDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) will be read again.</source>
        <translation>
            <numerusform>%Ln row will be read again.</numerusform>
            <numerusform>%Ln rows will be read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::DictionaryTab</name>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::NamesTab</name>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message numerus="yes">
        <source>%Ln pair(s) fewer will wait in the merge review.</source>
        <translation>
            <numerusform>%Ln pair fewer will wait in the merge review.</numerusform>
            <numerusform>%Ln pairs fewer will wait in the merge review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That makes %Ln customer(s): %1.</source>
        <translation>
            <numerusform>That makes %Ln customer: %1.</numerusform>
            <numerusform>That makes %Ln customers: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) more will wait in the merge review.</source>
        <translation>
            <numerusform>%Ln pair more will wait in the merge review.</numerusform>
            <numerusform>%Ln pairs more will wait in the merge review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::DecisionTable</name>
    <message numerus="yes">
        <source>%Ln record(s) %1</source>
        <translation>
            <numerusform>%Ln record %1</numerusform>
            <numerusform>%Ln records %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message numerus="yes">
        <source>%Ln file(s) hold up the import: look closer and decide, or leave them out.</source>
        <translation>
            <numerusform>%Ln file holds up the import: look closer and decide, or leave it out.</numerusform>
            <numerusform>%Ln files hold up the import: look closer and decide, or leave them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <translation>
            <numerusform>and %Ln other</numerusform>
            <numerusform>and %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) to confirm</source>
        <translation>
            <numerusform>%Ln column to confirm</numerusform>
            <numerusform>%Ln columns to confirm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::ColumnStep</name>
    <message numerus="yes">
        <source>%Ln column(s) stand for a field by a similar name only: please confirm.</source>
        <translation>
            <numerusform>%Ln column stands for a field by a similar name only: please confirm.</numerusform>
            <numerusform>%Ln columns stand for a field by a similar name only: please confirm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::ImportWizard</name>
    <message numerus="yes">
        <source>Import %Ln file(s)</source>
        <translation>
            <numerusform>Import %Ln file</numerusform>
            <numerusform>Import %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComeBack</name>
    <message numerus="yes">
        <source>Half of them came back within %n day(s).</source>
        <translation>
            <numerusform>Half of them came back within %n day.</numerusform>
            <numerusform>Half of them came back within %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionView</name>
    <message numerus="yes">
        <source>Half of them came back within %n day(s).</source>
        <translation>
            <numerusform>Half of them came back within %n day.</numerusform>
            <numerusform>Half of them came back within %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message numerus="yes">
        <source>%n step(s) before</source>
        <translation>
            <numerusform>%n step before</numerusform>
            <numerusform>%n steps before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityChoices</name>
    <message numerus="yes">
        <source>%n kind(s) of event</source>
        <translation>
            <numerusform>%n kind of event</numerusform>
            <numerusform>%n kinds of event</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelText</name>
    <message numerus="yes">
        <source>Only %n conversion(s): too few for a comparison of channels.</source>
        <translation>
            <numerusform>Only %n conversion: too few for a comparison of channels.</numerusform>
            <numerusform>Only %n conversions: too few for a comparison of channels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not in %n month(s)</source>
        <translation>
            <numerusform>not in %n month</numerusform>
            <numerusform>not in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
</TS>
