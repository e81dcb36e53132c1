-- As before anybody was told of the diplomates whose ids begin with ${prefix}.
delete from late_revision where diplomate_id like '${prefix}%';
update diplomate set answered_until = null, told_until = null where diplomate_id like '${prefix}%';
