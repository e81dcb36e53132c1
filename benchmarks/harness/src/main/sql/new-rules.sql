-- As after a rule change: what is stored of the diplomates up to ${to} was made with an older version, and it says otherwise.
update finding set required = required + 1, remaining = remaining + 1
where requirement = 'cme-total' and diplomate_id <= 'B' || lpad('${to}', 7, '0') and diplomate_id >= 'B';
update status set rule_set_version = 0, digest = 'older'
where diplomate_id <= 'B' || lpad('${to}', 7, '0') and diplomate_id >= 'B';
