-- As before anything was heard of the diplomates whose ids begin with ${prefix}, here and where the reference writes.
delete from completion_revision where diplomate_id like '${prefix}%';
delete from reference.completion_revision where diplomate_id like '${prefix}%';
delete from finding where diplomate_id like '${prefix}%';
delete from status where diplomate_id like '${prefix}%';
