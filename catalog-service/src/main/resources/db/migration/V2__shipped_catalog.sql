-- What the catalog starts with. [S] is the board's page "CME resources for Continuous Certification
-- Program", [P] other public text of the board, [C] a choice of this project that the board may change.
--
-- Everything is recorded as of 2020-01-01, before any question about the past that a cycle in force
-- can ask, by 'shipped'.

insert into provider (code, name, website, revision, recorded_at, recorded_by)
select code, name, website, 1, '2020-01-01T00:00:00Z', 'shipped' from (values
    ('ABMS', 'ABMS and AAMC Continuing Certification Directory', 'https://www.continuingcertification.org'),
    ('AMA', 'American Medical Association', 'https://www.ama-assn.org'),
    ('ASAPS', 'The Aesthetic Society (ASAPS)', 'https://www.theaestheticsociety.org'),
    ('ASPS', 'American Society of Plastic Surgeons', 'https://www.plasticsurgery.org'),
    ('IHI', 'Institute for Healthcare Improvement', 'https://www.ihi.org'),
    ('PRS', 'Plastic and Reconstructive Surgery', 'https://journals.lww.com/plasreconsurg'),
    -- [S] describes the classes without naming who gives them.
    ('VMC', 'Virtual master classes for plastic surgeons', null)
) as shipped (code, name, website);

insert into tracer_procedure (code, name, module, synonyms, source, revision, recorded_at, recorded_by)
select code, name, module, synonyms::text[],
    case when documented
        then 'Named as a tracer procedure in public text of the board.'
        else 'Usual in the practice of this module; awaits confirmation by the board.' end,
    1, '2020-01-01T00:00:00Z', 'shipped'
from (values
    ('AUGMENTATION_MAMMAPLASTY', 'Augmentation mammaplasty', 'COSMETIC', '{Breast augmentation,Breast implant}', true),
    ('ABDOMINOPLASTY', 'Abdominoplasty', 'COSMETIC', '{Tummy tuck}', true),
    ('BLEPHAROPLASTY', 'Blepharoplasty', 'COSMETIC', '{Eyelid surgery}', false),
    ('FACE_LIFT', 'Face lift', 'COSMETIC', '{Facelift,Rhytidectomy}', false),
    ('SUCTION_ASSISTED_LIPECTOMY', 'Suction-assisted lipectomy', 'COSMETIC', '{Liposuction,SAL}', false),
    ('RHINOPLASTY', 'Rhinoplasty', 'COSMETIC', '{Nose surgery}', false),
    ('BREAST_RECONSTRUCTION', 'Breast reconstruction', 'COMPREHENSIVE', '{}', false),
    ('REDUCTION_MAMMAPLASTY', 'Reduction mammaplasty', 'COMPREHENSIVE', '{Breast reduction}', false),
    ('LOWER_EXTREMITY_ACUTE_TRAUMA', 'Lower extremity acute trauma', 'COMPREHENSIVE', '{Leg trauma}', false),
    ('PRESSURE_SORE', 'Pressure sore', 'COMPREHENSIVE', '{Pressure ulcer,Decubitus ulcer,Pressure injury}', false),
    ('FACIAL_SKIN_MALIGNANCY', 'Facial skin malignancy', 'COMPREHENSIVE', '{Facial skin cancer}', false),
    ('CLEFT_PALATE', 'Cleft palate', 'CRANIOMAXILLOFACIAL', '{Palatoplasty}', true),
    ('UNILATERAL_CLEFT_LIP', 'Unilateral cleft lip', 'CRANIOMAXILLOFACIAL', '{Cheiloplasty}', true),
    ('ZYGOMA_FRACTURE', 'Zygoma fracture', 'CRANIOMAXILLOFACIAL', '{Zygomatic fracture,Cheekbone fracture}', true),
    ('CRANIOSYNOSTOSIS', 'Craniosynostosis', 'CRANIOMAXILLOFACIAL', '{}', false),
    ('SECONDARY_CLEFT_NASAL_DEFORMITY', 'Secondary cleft nasal deformity', 'CRANIOMAXILLOFACIAL', '{Cleft rhinoplasty}', false),
    ('CARPAL_TUNNEL', 'Carpal tunnel syndrome', 'HAND', '{CTS,Carpal tunnel release}', true),
    ('FLEXOR_TENDON_LACERATION', 'Flexor tendon laceration', 'HAND', '{Flexor tendon repair}', true),
    ('DUPUYTREN_DISEASE', 'Dupuytren disease', 'HAND', '{Dupuytren''s contracture,Palmar fibromatosis}', false),
    ('DISTAL_RADIUS_FRACTURE', 'Distal radius fracture', 'HAND', '{Colles fracture,Wrist fracture}', false)
) as shipped (code, name, module, synonyms, documented);

-- [S] "Earn up to 10 Category I CME credits" from IHI; that this holds per window is [C].
insert into cap_group (code, credits) values ('IHI-PATIENT-SAFETY', 10.00);

-- Titles, types and providers as in [S]. The list gives no credits except the two amounts here, so
-- the others are not confirmed. How often an activity counts follows from its type [C].
create temporary table shipped_activity (
    code text, title text, provider text, type text, once_per text, credits numeric(5,2),
    patient_safety_credits numeric(5,2), cap_group text, purpose text, reason text
) on commit drop;

insert into shipped_activity values
    ('ASAPS-HOT-TOPICS-PS', 'Hot Topics in Patient Safety', 'ASAPS', 'COURSE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('ASAPS-CULTURE-OF-SAFETY', 'Developing a Culture of Safety in Aesthetic Surgery', 'ASAPS', 'COURSE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('ASPS-VTE-PREVENTION', 'Venous Thromboembolism and its Prevention', 'ASPS', 'COURSE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('ASPS-SEDATION-ANALGESIA', 'Improving Patient Safety During Sedation/Analgesia', 'ASPS', 'COURSE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('ASPS-PS-PROFITABLE', 'Patient Safety Can Be Profitable', 'ASPS', 'COURSE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('ASPS-SURGICAL-SITE-INFECTIONS', 'Preventing Surgical Site Infections', 'ASPS', 'COURSE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('IHI-OPEN-SCHOOL-PS', 'IHI Open School Patient Safety Curriculum', 'IHI', 'CURRICULUM', 'WINDOW', 10.00, 10.00, 'IHI-PATIENT-SAFETY', 'PATIENT_SAFETY', null),
    ('PRS-BODY-DYSMORPHIC-DISORDER', 'Patient Safety: Body Dysmorphic Disorder and Cosmetic Surgery', 'PRS', 'ARTICLE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('PRS-VTE-PROPHYLAXIS', 'Venous Thromboembolism Prophylaxis in Plastic Surgery Patients', 'PRS', 'ARTICLE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('PRS-OFFICE-BASED-SETTING', 'Patient Safety in the Office Based Setting', 'PRS', 'ARTICLE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('PRS-PATIENT-SAFETY', 'Patient Safety in Plastic Surgery', 'PRS', 'ARTICLE', 'WINDOW', null, null, null, 'PATIENT_SAFETY', null),
    ('AMA-CC-EXAM', 'AMA PRA Category 1 credit for the Continuous Certification Examination', 'AMA', 'EXAMINATION', 'CYCLE', 60.00, 0.00, null, 'LIFELONG_LEARNING',
        'The board''s page says that diplomates who pass the examination may apply to the AMA for 60 credits.'),
    ('ABMS-CC-DIRECTORY', 'Activity of the ABMS Continuing Certification Directory', 'ABMS', 'DIRECTORY', 'DATE', null, null, null, 'LIFELONG_LEARNING',
        'The board''s page says that activities completed through the directory count toward the 150 credits. Stands for any of them that has no entry of its own, hence each date counts.'),
    ('VIRTUAL-MASTER-CLASSES', 'Multi-week virtual master classes', 'VMC', 'MASTER_CLASS', 'DATE', null, null, null, null,
        'The board''s page describes the classes and says nothing of an approval; the board decides.');

update shipped_activity
set reason = 'On the patient-safety list of the board''s page, which gives no dates: the approval has no end and begins on the earliest day that a completion can have.'
where purpose = 'PATIENT_SAFETY';

insert into activity (
    code, title, provider, type, credits, patient_safety_credits, credits_confirmed, once_per, cap_group,
    status, revision, recorded_at, recorded_by, words)
select code, title, provider, type, credits, patient_safety_credits, credits is not null, once_per, cap_group,
    case when purpose is null then 'PROPOSED' else 'APPROVED' end, 1, '2020-01-01T00:00:00Z', 'shipped',
    activity_words(code, title, provider, '{}')
from shipped_activity;

-- No completion is dated before 1990, so these approvals cover every one that can be recorded [C].
insert into approval (id, activity, purpose, procedures, from_date, until_date)
select md5(code || ' ' || purpose)::uuid, code, purpose, '{}', '1990-01-01', null
from shipped_activity
where purpose is not null;

-- A consumer builds its copy from the topic alone, so shipped activities have their events too.
insert into event_log (key, type, payload, recorded_at, recorded_by)
select a.code,
    case a.status when 'PROPOSED' then 'cme.catalog.activity.proposed' else 'cme.catalog.activity.approved' end,
    jsonb_build_object(
        'code', a.code, 'title', a.title, 'provider', a.provider, 'type', a.type, 'url', a.url,
        'credits', a.credits, 'patientSafetyCredits', a.patient_safety_credits,
        'creditsConfirmed', a.credits_confirmed, 'oncePer', a.once_per,
        'cap', case when g.code is not null
            then jsonb_build_object('group', g.code, 'credits', g.credits) end,
        'offeredFrom', a.offered_from, 'offeredUntil', a.offered_until, 'status', a.status,
        'approvals', coalesce(
            (select jsonb_agg(jsonb_build_object(
                'id', p.id, 'purpose', p.purpose, 'procedures', to_jsonb(p.procedures),
                'from', p.from_date, 'until', p.until_date))
             from approval p where p.activity = a.code),
            '[]'),
        'revision', a.revision, 'recordedAt', '2020-01-01T00:00:00Z', 'recordedBy', a.recorded_by),
    a.recorded_at, a.recorded_by
from activity a left join cap_group g on g.code = a.cap_group
order by a.code;

insert into event_log (key, type, payload, recorded_at, recorded_by)
select code, 'cme.catalog.activity.reason', jsonb_build_object('revision', 1, 'reason', reason),
    '2020-01-01T00:00:00Z', 'shipped'
from shipped_activity
order by code;
